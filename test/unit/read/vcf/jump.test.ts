import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readBgzfBlock } from "../../../../src/io/bgzf/bgzf-block.ts";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { openText } from "../../../../src/io/open-text.ts";
import { makeRegionTable } from "../../../../src/io/region-table.ts";
import { sha256 } from "../../../../src/io/sha256.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { makeJump } from "../../../../src/read/vcf/jump.ts";
import { makeScanner, type Scanner } from "../../../../src/read/vcf/scan.ts";
import type { ScannedLine } from "../../../../src/read/vcf/scanned.ts";
import { makeBgzf } from "../../io/make-bytes.ts";
import { indexBgzf, writeIndex, type Index } from "../../io/make-index.ts";

const folder = mkdtempSync(join(tmpdir(), "jump-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contigs = ["chr1", "chr7", "chrX"];
const header = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

/** A file with an index, regions that are asked for, and how much is held. */
const fileArbitrary = fc.record({
  records: fc.array(
    fc.record({
      contig: fc.constantFrom(...contigs),
      position: fc.integer({ min: 1, max: 300_000 }),
      length: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 300 })),
      filter: fc.constantFrom("PASS", "q10", "q10", "s50"),
    }),
    { minLength: 1, maxLength: 120, size: "max" },
  ),
  isTerminated: fc.boolean(),
  block: fc.integer({ min: 60, max: 3000 }),
  regions: fc.array(
    fc.record({
      contig: fc.constantFrom("1", "7", "X", "2"),
      start: fc.integer({ min: 1, max: 300_000 }),
      length: fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 250_000 })),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  mostHeld: fc.constantFrom(0, 0, 1, 50_000, undefined),
});
type File = typeof fileArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function textOf({ records, isTerminated }: File): string {
  const lines = records
    .toSorted(
      (a, b) => contigs.indexOf(a.contig) - contigs.indexOf(b.contig) || a.position - b.position,
    )
    .map(({ contig, position, length, filter }, index) =>
      [
        contig,
        position,
        ".",
        "ACGT".repeat(75).slice(0, length),
        "T",
        ".",
        filter,
        `N=${index}`,
      ].join("\t"),
    );
  return header + lines.join("\n") + (isTerminated ? "\n" : "");
}

const tableOf = ({ regions }: File): ReturnType<typeof makeRegionTable> =>
  makeRegionTable(
    regions.map(({ contig, start, length }) => ({ contig, start, end: start + length })),
  );

function scannerOf(file: File): Scanner {
  return makeScanner({
    regions: tableOf(file),
    filteredWanted: makeRegionTable([]),
    countFilters: false,
    linesBefore: 2,
    lengthOf: () => null,
    onContig: () => {},
  });
}

/** All that does not tell where in the file a line stands. */
function show({ number: _, isWanted, bytes, ...line }: ScannedLine): object[] {
  return isWanted ? [{ ...line, text: bytes.toString() }] : [];
}

function scanWhole(file: File): object {
  const scanner = scannerOf(file);
  const text = Buffer.from(textOf(file).slice(header.length));
  return { lines: [...scanner.scan(text)].flatMap(show), filtered: scanner.counts().filtered };
}

let copies = 0;

interface Outcome {
  /** Null: the file has to be read whole. */
  readonly found: object | null;
  readonly problems: readonly Problem[];
}

/** What a jump finds in a file, which was perhaps altered after it was indexed. */
async function jump(
  file: File,
  change: {
    readonly index?: (index: Index) => void;
    readonly bytes?: (bytes: Buffer) => void;
    readonly text?: (text: string) => string;
  } = {},
): Promise<Outcome> {
  const written = change.text?.(textOf(file)) ?? textOf(file);
  const bytes = makeBgzf(written, file.block);
  const index = indexBgzf(written, bytes);
  change.index?.(index);
  copies += 1;
  const path = join(folder, `${copies}.vcf.gz`);
  const write = (): void => {
    writeFileSync(path, bytes);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
  };
  write();
  writeFileSync(`${path}.tbi`, writeIndex(index));
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const source = fileSource(path);
  const text = await openText(source, { report });
  // Behind its header: of a small file, opening it inflates all.
  change.bytes?.(bytes);
  write();
  const { mostHeld } = file;
  const made = makeJump(source, text, {
    threads: null,
    report,
    ...(mostHeld === undefined ? {} : { mostHeld }),
  });
  const scanner = scannerOf(file);
  const setup = {
    regions: tableOf(file).list(),
    filteredWanted: [],
    countFilters: false,
    contigLengths: new Map(),
  };
  const pieces = await made.lines(scanner, setup, tableOf(file));
  if (pieces === null) {
    await text.close();
    return { found: null, problems };
  }
  const lines: object[] = [];
  for await (const piece of pieces) for (const line of piece) lines.push(...show(line));
  expect(made.digest()).toEqual({ sha256: sha256(bytes), bytes: bytes.length });
  return { found: { lines, filtered: scanner.counts().filtered }, problems };
}

/** The refusal that a jump ends with, or its outcome. */
async function settle(outcome: Promise<Outcome>): Promise<Outcome | Refusal> {
  return await outcome.catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

describe("a jump", () => {
  test("finds the lines of the regions that a scan of the whole file finds", async () => {
    await fc.assert(
      fc.asyncProperty(fileArbitrary, async (file) => {
        expect(await jump(file)).toEqual({ found: scanWhole(file), problems: [] });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test("by an index with one place altered finds the same, or warns once and leaves all to a scan", async () => {
    let [stale, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fileArbitrary,
        fc.nat(),
        fc.constantFrom("start", "end", "end"),
        fc.constantFrom(-3, -1, 1, 2, 65_536, 65_536 * 7),
        async (file, at, side, by) => {
          const alter = ({ chunks }: Index): void => {
            const chunk = chunks[at % chunks.length];
            if (chunk === undefined) return;
            // What starts behind its end holds nothing, and is believed.
            if (side === "end" || chunk.start + by < chunk.end) chunk[side] += by;
          };
          const outcome = await settle(jump(file, { index: alter }));
          if (outcome instanceof Refusal) {
            // What was not held cannot be taken back.
            expect(file.mostHeld).not.toBe(undefined);
            expect(outcome.problems.map(({ code }) => code)).toEqual(["index-wrong"]);
            refused += 1;
          } else if (outcome.found === null) {
            expect(outcome.problems.map(({ code }) => code)).toEqual(["index-stale"]);
            stale += 1;
          } else {
            expect(outcome).toEqual({ found: scanWhole(file), problems: [] });
          }
        },
      ),
      { numRuns: 200, seed: 1 },
    );
    expect(stale).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(0);
  }, 60_000);

  test("refuses a damaged block by its bytes, behind the lines before it, or leaves the file to a scan", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fileArbitrary, fc.nat(), async (file, at) => {
        let damaged = "";
        const damage = (bytes: Buffer): void => {
          const places = placesOfBlocks(bytes).slice(1, -1);
          const place = places[at % places.length];
          if (place === undefined) return;
          damaged = `bytes ${place.offset} to ${place.offset + place.size} `;
          // The first byte of its checksum.
          const byte = place.offset + place.size - 8;
          bytes.writeUInt8((bytes[byte] ?? 0) ^ 1, byte);
        };
        const outcome = await settle(jump(file, { bytes: damage }));
        if (outcome instanceof Refusal) {
          expect(outcome.problems).toMatchObject([{ code: "bgzf-corrupt" }]);
          expect(outcome.message).toContain(damaged);
          refused += 1;
        } else if (outcome.found !== null) {
          expect(outcome).toEqual({ found: scanWhole(file), problems: [] });
        }
      }),
      { numRuns: 100, seed: 1 },
    );
    expect(refused).toBeGreaterThan(0);
  }, 60_000);

  test("refuses a NUL byte in what it reads, as a scan does, and sees none elsewhere", async () => {
    const record = { contig: "chr1", length: 1, filter: "PASS" as const };
    const file: File = {
      records: [
        { ...record, position: 1000 },
        { ...record, position: 200_000 },
      ],
      isTerminated: true,
      block: 3000,
      regions: [{ contig: "1", start: 150_000, length: 100_000 }],
      mostHeld: undefined,
    };
    // A header that is too long for the records to be inflated when the file is opened.
    const noise = Array.from(
      { length: 4000 },
      (_, index) => `##x=${sha256(Buffer.from(String(index)))}`,
    );
    const within =
      (place: string) =>
      (text: string): string =>
        text.replace("#CHROM", `${noise.join("\n")}\n#CHROM`).replace(`N=${place}`, `N=${place}\0`);
    const refused = await settle(jump(file, { text: within("1") }));
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ problems: [{ code: "nul-byte" }] });
    const elsewhere = await jump({ ...file, block: 60 }, { text: within("0") });
    expect(elsewhere).toEqual({ found: scanWhole(file), problems: [] });
  });
});

function placesOfBlocks(bytes: Buffer): { offset: number; size: number }[] {
  const places: { offset: number; size: number }[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const block = readBgzfBlock(bytes, offset);
    if (typeof block === "string") throw new Error("no block");
    places.push({ offset, size: block.size });
    offset += block.size;
  }
  return places;
}
