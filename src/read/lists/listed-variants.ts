import type { ByteSource } from "../../io/byte-source.ts";
import { openTable, type OpenTable } from "../../io/open-table.ts";
import { openText, type OpenedText } from "../../io/open-text.ts";
import type { RegionTable } from "../../io/region-table.ts";
import type { Assembly } from "../../model/locus.ts";
import type { RawAnnotation } from "../../model/observation.ts";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { readBuildName } from "../build-name.ts";
import { chooseListedSample, makeListedNames, type ListedNames } from "./listed-sample.ts";
import { showText } from "../show-text.ts";
import type { OpenTableOf } from "../tables/combined-output.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";
import type { TableRow } from "../../io/table-row.ts";
import type {
  ChosenSample,
  VariantFile,
  VariantReadOptions,
  VariantRecord,
} from "../variant-reader.ts";

/** One row as a format reads it; `problem`: it cannot be read, and is refused alone. */
export type ListedRow = { readonly record: VariantRecord } | { readonly problem: Problem };

/** Where the rows of one file have what every list of variants has. */
export interface ListedColumns {
  /** The row's sample; null when the file has no column for it. */
  sampleOf(row: TableRow): string | null;
  /** Sample that the row names as the tumor's matched normal; null for none. */
  normalOf(row: TableRow): string | null;
  /** What the row writes for its genome build; empty when it says nothing. */
  buildOf(row: TableRow): string;
  /** True for a row that gives a place on the genome, and not only a name. */
  hasPlace(row: TableRow): boolean;
  /** Reads the row. `sample`: of the tumor. */
  read(row: TableRow, sample: string | null): ListedRow;
  readonly annotation: Omit<RawAnnotation, "entries">;
  /** How reads were found, as a sentence for the report. */
  readonly supportRule: string;
}

/** A table of variants with one row for each, of one or several samples. */
export interface ListedFormat {
  /** As in a report: `MAF`. */
  readonly name: string;
  /** Throws Refusal "input" when a column is missing. */
  findColumns(table: OpenTable, file: string): ListedColumns;
  /** Opens a file that is no plain table; absent: `openTable`. */
  readonly open?: OpenTableOf;
}

/**
 * Opens a table of variants. It is read twice, so that the samples and builds of all rows are known before the first one is
 * used, in memory that does not grow with the file. Throws Refusal "usage" when the tumor's sample is not decided, "identity" when
 * its rows are of two genome builds, or of one that is not served, "input" as `openTable`.
 */
export async function openListed(
  source: ByteSource,
  format: ListedFormat,
  options: VariantReadOptions,
): Promise<VariantFile> {
  const survey = await surveyText(source, format, options);
  const { tumorSample, columns, build } = survey;
  const text = await openText(source, options);
  const counts = { read: 0, outside: 0 };
  const rest = { others: 0 };
  const refused = makeRefusedRows(options);
  const reading: Reading = { file: text.name, format, options, counts, rest, refused, tumorSample };
  return {
    header: {
      fileFormat: "",
      contigs: new Map(),
      reference: null,
      samples: survey.samples,
      tumorSample,
      annotation: [columns.annotation],
      supportRule: columns.supportRule,
      ...(build === null ? {} : { assembly: build }),
      ...(survey.hasPlaces ? {} : { isNamesOnly: true }),
    },
    records: (regions) => readRows(text, regions, reading),
    reading: () => "whole file",
    counts: () => ({ ...counts, refused: refused.count() }),
    passedOver: () => new Map(),
    otherSamples: () => rest.others,
    filters: () => ({ undecoded: [], all: null }),
    digest: () => text.digest(),
  };
}

interface Survey {
  readonly columns: ListedColumns;
  readonly tumorSample: ChosenSample | null;
  readonly samples: readonly string[];
  readonly build: { readonly name: Assembly; readonly decidedBy: string } | null;
  readonly hasPlaces: boolean;
}

/** What is wrong is said when the rows are read for good. */
const silent: ReportProblem = () => undefined;

async function surveyText(
  source: ByteSource,
  format: ListedFormat,
  options: VariantReadOptions,
): Promise<Survey> {
  const text = await openText(source, { ...options, report: silent });
  try {
    return await surveyRows(text, format, options);
  } finally {
    await text.close();
  }
}

async function surveyRows(
  text: OpenedText,
  format: ListedFormat,
  options: VariantReadOptions,
): Promise<Survey> {
  const table = await openRows(text, format, { ...options, report: silent, refuseRow: silent });
  const columns = format.findColumns(table, text.name);
  const names = makeListedNames();
  const normals = makeListedNames();
  const builds = new Map<string, number>();
  let hasPlaces = false;
  for await (const block of table.rows()) {
    for (const row of block) {
      const sample = columns.sampleOf(row);
      if (sample !== null) names.add(sample);
      if (!isWanted(sample, options.tumorSample)) continue;
      normals.add(columns.normalOf(row) ?? "");
      hasPlaces ||= columns.hasPlace(row);
      const build = columns.buildOf(row);
      if (build !== "" && (builds.has(build) || builds.size < mostBuilds)) {
        builds.set(build, builds.get(build) ?? row.line);
      }
    }
  }
  const tumorSample = settleSample(names, text.name, options);
  const normal = normals.first();
  return {
    columns,
    tumorSample,
    samples: [tumorSample?.name, normal].filter((name) => name !== undefined),
    build: decideBuild(builds, text.name),
    hasPlaces,
  };
}

/** Distinct words for a genome build that are worth a message. */
const mostBuilds = 10;

async function openRows(
  text: OpenedText,
  format: ListedFormat,
  {
    report,
    strict,
    tumorSample,
    beside,
    refuseRow,
  }: Pick<VariantReadOptions, "report" | "strict" | "tumorSample" | "beside"> & {
    readonly refuseRow: (problem: Problem) => void;
  },
): Promise<OpenTable> {
  const { open = openTable } = format;
  const asked = beside ?? { sample: tumorSample };
  return await open(text, { report, strict, comments: true, fillRows: true, refuseRow, asked });
}

function isWanted(sample: string | null, asked: string | undefined): boolean {
  return asked === undefined || sample === null || sample === asked;
}

/** For an audit naming the sample is all that is missing: every row is read. */
function settleSample(
  names: ListedNames,
  file: string,
  { tumorSample, audit, report }: VariantReadOptions,
): ChosenSample | null {
  return chooseListedSample(names, {
    file,
    asked: tumorSample,
    ...(audit === true ? { report } : {}),
  });
}

function decideBuild(builds: ReadonlyMap<string, number>, file: string): Survey["build"] {
  const found = [...builds].map(([text, line]) => ({
    text,
    line,
    name: readBuildName(text) ?? undefined,
  }));
  const [first] = found;
  if (first === undefined) return null;
  const other = found.find(({ name }) => name === undefined || name !== first.name);
  if (other === undefined && first.name !== undefined) {
    return {
      name: first.name,
      decidedBy: `the build that the rows name (${showText(first.text)})`,
    };
  }
  const stranger = found.find(({ name }) => name === undefined);
  const message =
    stranger === undefined
      ? `the rows of ${file} are of two genome builds: ${showText(first.text)} on line ${first.line}, ${showText(other?.text ?? "")} on line ${other?.line}`
      : `the genome build ${showText(stranger.text)} is neither GRCh37 nor GRCh38`;
  throw refuse("identity", stranger === undefined ? "assembly-mixed" : "assembly-other", message, {
    where: { file, line: (stranger ?? other ?? first).line },
    hint:
      stranger === undefined
        ? "Split the file by build and give each as a case of its own."
        : "Lift the variants over to GRCh37 or GRCh38.",
  });
}

interface Reading {
  readonly file: string;
  readonly format: ListedFormat;
  readonly options: VariantReadOptions;
  readonly counts: { read: number; outside: number };
  readonly rest: { others: number };
  readonly refused: ReturnType<typeof makeRefusedRows>;
  readonly tumorSample: ChosenSample | null;
}

async function* readRows(
  text: OpenedText,
  regions: RegionTable | null,
  { file, format, options, counts, rest, refused, tumorSample }: Reading,
): AsyncGenerator<VariantRecord> {
  const refuseRow = (problem: Problem): void => {
    counts.read += 1;
    refused.add(problem);
  };
  const table = await openRows(text, format, { ...options, refuseRow });
  const columns = format.findColumns(table, file);
  const wanted = tumorSample?.name;
  for await (const block of table.rows()) {
    for (const row of block) {
      const sample = columns.sampleOf(row);
      if (sample === "" && wanted !== undefined) {
        refuseRow(noSample(file, row.line));
        continue;
      }
      counts.read += 1;
      if (!isWanted(sample, wanted)) {
        rest.others += 1;
        continue;
      }
      const listed = columns.read(row, sample);
      if ("problem" in listed) refused.add(listed.problem);
      else if (isOutside(listed.record, regions)) counts.outside += 1;
      else yield listed.record;
    }
  }
}

function noSample(file: string, line: number): Problem {
  return makeProblem("sample-missing", "error", "the row names no sample", {
    where: { file, line },
  });
}

/** A variant that is only named may lie anywhere. */
function isOutside({ calls, named, skipped }: VariantRecord, regions: RegionTable | null): boolean {
  if (regions === null || named !== undefined || skipped.length > 0) return false;
  return !calls.some(({ given: { contig, position, ref } }) =>
    regions.overlaps(contig, position, position + ref.length - 1),
  );
}
