import type { ByteSource } from "../../io/byte-source.ts";
import { digestWhole } from "../../io/threads/digest-source.ts";
import type { OpenedText } from "../../io/open-text.ts";
import {
  type IndexedReading,
  leadsNowhere,
  MisleadingIndex,
  openByIndex,
  type StretchSlab,
} from "../../io/bgzf/read-by-index.ts";
import { noLineOf } from "../../io/bgzf/check-index.ts";
import type { RegionTable } from "../../io/region-table.ts";
import type { Problem, ReportProblem } from "../../model/problem.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import { makeSlabScan, type ScannedSlab, type SlabScanSetup } from "./scan-slab.ts";
import { joinSlabs, type PlacedSlab } from "./scan-threads.ts";
import type { Scanner } from "./scan.ts";
import type { ScannedLine } from "./scanned.ts";
import type { Digest } from "../../io/threads/digest.ts";
import type { Threads } from "../../io/threads/threads.ts";

/** The way around most of a file that has an index. */
export interface Jump {
  /** The lines that a scanner hands out of all records in the regions; null when the file has to be read whole. */
  lines(
    scanner: Scanner,
    setup: SlabScanSetup,
    regions: RegionTable,
  ): Promise<AsyncIterable<Iterable<ScannedLine>> | null>;
  /** Every contig that has records, by its name in the file; empty unless lines were handed out. */
  contigs(): readonly string[];
  /** Of the whole stored file either way; complete once the lines or the text are read to the end. */
  digest(): Digest;
}

export interface JumpOptions {
  readonly threads: Threads | null;
  readonly report: ReportProblem;
  /** Bytes of lines that are held until every place of the index was checked. */
  readonly mostHeld?: number;
}

/** Enough for every line that is decoded of a genome; lines with long annotation go beyond it. */
const mostHeld = 16 << 20;
/** What an object for a line takes beside its bytes. */
const lineCost = 160;

/** Reads a BGZF file by its index, and the bytes of all of it for their hash: the report says which file it was. */
export function makeJump(source: ByteSource, text: OpenedText, options: JumpOptions): Jump {
  const { threads, report } = options;
  let whole: Digest | null = null;
  let contigs: readonly string[] = [];

  async function* withDigest(
    lines: AsyncIterable<Iterable<ScannedLine>>,
    hashing: Promise<Digest>,
  ): AsyncGenerator<Iterable<ScannedLine>> {
    yield* lines;
    whole = await hashing;
  }

  return {
    async lines(scanner, setup, regions) {
      if (source.path === null || text.content !== "BGZF") return null;
      const { name } = text;
      const reading = await openByIndex(source.path, regions, { name, report });
      if (reading === null) return null;
      const slabs = scanAhead(reading, setup, options);
      if (slabs === null) return null;
      contigs = reading.contigs;
      await text.close();
      const hashing = digestWhole(source, threads);
      // Its failure is heard at the end; until then it must not count as unheard.
      hashing.catch(() => {});
      return withDigest(joinSlabs(slabs, { name, scanner, textStart: 0 }), hashing);
    },
    contigs: () => contigs,
    digest: () => whole ?? text.digest(),
  };
}

/**
 * Scans the stretches before any line of them is used: a place where no line starts shows only when its block is inflated, and the
 * file is read whole then. What would take too much memory to hold is scanned when it is asked for, and only the starts of
 * its stretches are looked at here. Null, with a warning, when the index does not fit.
 */
function scanAhead(
  reading: IndexedReading,
  setup: SlabScanSetup,
  { report, mostHeld: most = mostHeld }: JumpOptions,
): AsyncGenerator<PlacedSlab> | null {
  const scanning = scanStretches(reading, setup);
  const held: PlacedSlab[] = [];
  try {
    for (let size = 0; size < most;) {
      const { value } = scanning.next();
      if (value === undefined) break;
      held.push(value);
      size += sizeOf(value.scanned);
    }
    reading.checkRest();
  } catch (error) {
    reading.close();
    if (!(error instanceof MisleadingIndex)) throw error;
    report(reading.staleProblem(error));
    return null;
  }
  return giveOut(held, scanning, reading);
}

async function* giveOut(
  held: PlacedSlab[],
  others: Generator<PlacedSlab>,
  reading: IndexedReading,
): AsyncGenerator<PlacedSlab> {
  try {
    // Each is let go of when it was used.
    for (let next = held.shift(); next !== undefined; next = held.shift()) yield next;
    yield* others;
  } catch (error) {
    throw error instanceof MisleadingIndex ? reading.refusal(error) : error;
  } finally {
    reading.close();
  }
}

const nothing = new Uint8Array();

function* scanStretches(
  reading: IndexedReading,
  setup: SlabScanSetup,
): Generator<PlacedSlab, undefined> {
  const scan = makeSlabScan(setup);
  for (const slab of reading.slabs()) {
    const { scanned: found } = scan(slab).answer;
    // Whether the lines before a damaged block stand where the index says is not known.
    const scanned = found.damaged === null ? found : { ...found, head: nothing, inner: null };
    const place = { offset: slab.offset, end: slab.offset + slab.bytes.length };
    if (scanned.nulAt !== null) throw nulInBlocks(reading.name, place);
    if (scanned.damaged === null) checkPlace(scanned, slab);
    yield { scanned, ...place };
    if (scanned.damaged !== null) return;
  }
}

/** As a scan of the whole file refuses it, which knows the place in the text. */
function nulInBlocks(name: string, { offset, end }: Pick<PlacedSlab, "offset" | "end">): Refusal {
  const message = `${name} is no text: it holds a NUL byte in the BGZF blocks of bytes ${offset} to ${end}`;
  return refuse("input", "nul-byte", message, { where: { file: name } });
}

/** Throws `MisleadingIndex` where a slab does not start or end as the index says. */
function checkPlace(
  { head, startsLine, inner, tail }: ScannedSlab,
  { contig, endsLine }: StretchSlab,
): void {
  if (contig !== null) {
    const begin = Buffer.from(`${contig}\t`, "latin1");
    const fits = startsLine && begin.equals(head.subarray(0, begin.length));
    if (!fits) throw new MisleadingIndex(noLineOf(contig));
  }
  const isOpen = tail.length > 0 || inner === null;
  if (endsLine && isOpen) throw new MisleadingIndex(leadsNowhere);
}

function sizeOf({ head, inner, tail }: ScannedSlab): number {
  const lines = inner === null ? 0 : inner.bytes.buffer.byteLength + lineCost * inner.lines.length;
  return head.length + tail.length + lines;
}

/** Lines between those that were read are not counted, so no line has a number. */
export function withoutLine(problem: Problem): Problem {
  const { where } = problem;
  if (where?.line === undefined) return problem;
  const { line: _, ...rest } = where;
  return { ...problem, where: rest };
}

/** The same refusal without line numbers; any other error as it is. */
export function refuseWithoutLine(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.kind, error.problems.map(withoutLine), { cause: error.cause });
}
