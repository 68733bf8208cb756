import type { RegionTable } from "../../io/region-table.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import type { RecordAudit } from "./audit.ts";
import { makeContigNotes } from "./contig-notes.ts";
import { makeGenotypeNotes } from "./genotype-notes.ts";
import { refuseWithoutLine, withoutLine, type Jump } from "./jump.ts";
import { decodeLine, noFinalNewline, type SplitHeader } from "./header-lines.ts";
import { readRecord } from "./record.ts";
import { columnOf, type RecordFault } from "./record-faults.ts";
import { failedFilters } from "./failed-filters.ts";
import { addAll } from "./filter-counts.ts";
import type { ThreadedScan } from "./scan-threads.ts";
import type { SlabScanSetup } from "./scan-slab.ts";
import { makePassedOver } from "./passed-over.ts";
import { makeScanner, mostOtherLines, type Scanner } from "./scan.ts";
import type { ScannedLine } from "./scanned.ts";
import type { FilterCount } from "../filter-count.ts";
import type { RecordOptions, VariantFile, VariantRecord } from "../variant-reader.ts";
import type { RecordContext } from "./record-context.ts";

/** A fault in a field before this one of a last line with all its columns is not from cutting it. */
const infoField = 7;

type Lines = Iterable<ScannedLine>;

export interface RecordsOptions extends RecordContext {
  readonly strict: boolean;
  readonly allowTruncated: boolean;
  /** False for a line that may be set aside for more than its place. */
  readonly isPlainCall: (line: Buffer) => boolean;
  readonly jump: Jump;
  readonly threaded: ThreadedScan;
  /** Bytes of the text before the first record, a byte order mark included. */
  readonly textStart: number;
  /** Null unless the file is audited. */
  readonly audit: RecordAudit | null;
}

/**
 * Reads the records behind a header. A record that cannot be read is refused alone, counted and reported as an
 * error; under `strict`, and in a last line that is cut, it refuses the file (Refusal "input").
 */
export function readRecords(
  lines: SplitHeader,
  given: RecordsOptions,
): Pick<VariantFile, "records" | "counts" | "filters" | "passedOver" | "reading"> {
  const { file, header } = given;
  let isJump = false;
  let isCounted = false;
  const report: RecordsOptions["report"] = (problem) =>
    given.report(isJump ? withoutLine(problem) : problem);
  const options = { ...given, report };
  let scanner: Scanner | null = null;
  let refused = 0;
  let others = 0;
  let passedOver = makePassedOver(given);
  let outsideCut = 0;
  const contigs = makeContigNotes({ file, header, report });
  const genotypes = makeGenotypeNotes(file);

  const refuseRecord = (line: ScannedLine, text: string, fault: RecordFault): void => {
    const where = { file, line: line.number, column: columnOf(text.split("\t"), fault.field) };
    const isCut = !line.isTerminated && (fault.isOfFile === true || fault.field >= infoField);
    if (isCut && !options.allowTruncated) throw cutLine(where, fault.message);
    if (options.strict || (fault.isOfFile === true && !isCut)) {
      throw refuse("input", fault.code, fault.message, { where });
    }
    refused += 1;
    report(makeProblem(fault.code, "error", `record refused: ${fault.message}`, { where }));
  };

  const readLine = (line: ScannedLine): VariantRecord | null => {
    if (line.kind === "other") {
      others += 1;
      if (others > mostOtherLines) throw tooManyOthers(file, line.number);
      checkOtherLine(line, options);
      return null;
    }
    if (passedOver.take(line)) return null;
    const text = decodeLine(line.bytes, { name: file, line: line.number, report });
    const record = line.isTerminated ? null : findCut(text);
    const result = record ?? readRecord(text, line.number, options);
    options.audit?.add(text, line.number, "code" in result ? result : null);
    if ("code" in result) {
      // A cut record counts as refused, wherever it lies.
      if (!line.isWanted) outsideCut += 1;
      refuseRecord(line, text, result);
      return null;
    }
    return line.isWanted ? result : null;
  };

  async function* records(
    regions: RegionTable | null,
    how: RecordOptions = { useIndex: false },
  ): AsyncGenerator<VariantRecord> {
    isCounted = how.countFilters === true;
    // Strict is to refuse the first record that cannot be read: in a gene that is asked about, each is.
    passedOver = makePassedOver({ ...(options.strict ? {} : how), isPlainCall: given.isPlainCall });
    const begun = begin(regions, how);
    const setup = setUp(regions, how);
    const mayJump = how.useIndex && !isCounted;
    const jumped =
      mayJump && regions !== null && setup !== null
        ? await options.jump.lines(begun, setup, regions)
        : null;
    isJump = jumped !== null;
    if (jumped === null) return yield* take(await wholeFile(begun, setup));
    try {
      for await (const record of take(jumped)) yield withoutLines(record);
    } catch (error) {
      throw refuseWithoutLine(error);
    }
  }

  const lengthOf = (rawContig: string): number | null => header.rawContigs.get(rawContig) ?? null;

  const begin = (regions: RegionTable | null, how: RecordOptions): Scanner => {
    if (scanner !== null) throw new Error("the records of a file can be taken once");
    scanner = makeScanner({
      regions,
      filteredWanted: how.filteredWanted ?? null,
      countFilters: isCounted,
      linesBefore: lines.columns.number,
      lengthOf,
      onContig: contigs.note,
    });
    return scanner;
  };

  const setUp = (regions: RegionTable | null, how: RecordOptions): SlabScanSetup | null =>
    regions === null
      ? null
      : {
          regions: regions.list(),
          filteredWanted: how.filteredWanted?.list() ?? null,
          countFilters: isCounted,
          contigLengths: header.rawContigs,
        };

  /** On several threads where that is worth it. */
  const wholeFile = async (
    begun: Scanner,
    setup: SlabScanSetup | null,
  ): Promise<AsyncIterable<Lines>> => {
    const threaded =
      setup === null ? null : await options.threaded.lines(begun, setup, options.textStart);
    return threaded ?? scanBlocks(lines.records, begun);
  };

  async function* take(scanned: AsyncIterable<Lines>): AsyncGenerator<VariantRecord> {
    for await (const piece of scanned) {
      for (const line of piece) {
        const record = readLine(line);
        if (record !== null) {
          genotypes.note(record);
          yield record;
        }
        if (!line.isTerminated) report(noFinalNewline(file, line.number));
      }
    }
    options.audit?.finish();
    contigs.finish({ isWhole: !isJump, indexed: options.jump.contigs() });
    if (given.structural !== true) genotypes.finish(report);
    if (scanner?.counts().read === 0 && !isJump) report(noRecords(file, lines.columns.number));
  }

  return {
    records,
    reading: () => (isJump ? "by index" : "whole file"),
    counts: () => {
      const { read, outside } = scanner?.counts() ?? { read: 0, outside: 0 };
      return { read, outside: outside - outsideCut, refused };
    },
    passedOver: () => passedOver.byPlace(),
    filters: () => {
      const counts = scanner?.counts();
      const undecoded = new Map(counts?.filtered);
      addAll(undecoded, passedOver.byFilter());
      return {
        undecoded: nameFilters(undecoded),
        all: isCounted ? [...(counts?.byFilter ?? [])].map(toFilterCount) : null,
      };
    },
  };
}

async function* scanBlocks(blocks: AsyncIterable<Buffer>, scanner: Scanner): AsyncGenerator<Lines> {
  for await (const block of blocks) yield scanner.scan(block);
}

function toFilterCount([filter, count]: readonly [string, number]): {
  filter: string;
  count: number;
} {
  return { filter, count };
}

function nameFilters(counts: ReadonlyMap<string, number>): FilterCount[] {
  return [...counts].map(([text, count]) => ({ failed: failedFilters(text), count }));
}

function withoutLines(record: VariantRecord): VariantRecord {
  const calls = record.calls.map((call) => {
    return { ...call, provenance: { ...call.provenance, line: null } };
  });
  return { ...record, line: null, calls };
}

/** A blank line or a comment between records is said and passed over; a second header is two files in one. */
function checkOtherLine({ number, bytes }: ScannedLine, { file, report }: RecordsOptions): void {
  const where = { file, line: number };
  const start = bytes.toString("latin1", 0, 7);
  if (start.startsWith("##") || start.startsWith("#CHROM")) {
    throw refuse("input", "vcf-second-header", "a header line stands after the column names", {
      where,
      hint: "If two files were joined, join them with: bcftools concat",
    });
  }
  const isComment = start.startsWith("#");
  const code = isComment ? "vcf-comment-in-body" : "vcf-blank-line";
  const message = isComment ? "a comment stands between the records" : "a line is blank";
  report(makeProblem(code, "warning", `${message}; it is passed over`, { where }));
}

function tooManyOthers(file: string, line: number): Refusal {
  const most = "100,000";
  const message = `more than ${most} lines between the records are blank or comments`;
  return refuse("input", "vcf-other-lines", message, { where: { file, line } });
}

/** A last line without a line feed whose last sample states fewer values than FORMAT was cut in the middle. */
function findCut(text: string): RecordFault | null {
  const fields = text.split("\t");
  if (fields.length < 10) return null;
  const keys = (fields[8] ?? "").split(":").length;
  const values = (fields.at(-1) ?? "").split(":").length;
  if (values >= keys) return null;
  const message = `the last sample has ${values} of ${keys} values`;
  return { code: "vcf-sample-values", message, field: fields.length - 1 };
}

function cutLine(where: { file: string; line: number; column: number }, found: string): Refusal {
  const message = `the last line is cut: it has no line feed, and ${found}`;
  return refuse("input", "vcf-truncated", message, {
    where,
    hint: "Copy the file again from its source.",
  });
}

function noRecords(file: string, line: number): Problem {
  return makeProblem("vcf-no-records", "notice", `${file} holds a header and no records`, {
    where: { file, line },
  });
}
