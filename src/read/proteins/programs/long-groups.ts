import { peekTable, type OpenTable } from "../../../io/open-table.ts";
import type { Measured } from "../../../model/alteration.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { chooseRuns, type Runs } from "./choose-runs.ts";
import { stateScale, type StatedScale } from "../scale/protein-scale.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { showText } from "../../show-text.ts";
import { makeNumberReader, type NumberReader } from "../../tables/table-number.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "../tables/gene-row.ts";

/** What one row of a long table is of. */
export interface LongKey {
  /** Rows of one key in one sample are one measurement. */
  readonly key: string;
  readonly gene: string;
  readonly accessions?: string;
  /** Residues of a phosphosite. */
  readonly site?: string;
}

/** Reads a numeric cell of the row at hand by its column; NaN where it is missing. */
export type ReadCell = (column: number) => number;

/** Where a program puts what is needed in a table of one row for each sample and protein, or for each piece of one. */
export interface LongLayout {
  /** Column of the sample, or of the run that it was measured in. */
  readonly sample: number;
  /** Column that tells the samples of one run apart: the channel. */
  readonly channel?: number;
  /** Column that names whom a run is of; absent where the sample's name is all there is. */
  readonly subject?: number;
  /** Column of the value, and what it is called. */
  readonly value: number;
  readonly quantity: string;
  readonly stated?: StatedScale;
  readonly molecule?: Measured;
  /** The values are intensities of a mass spectrometer or their logarithms, and nothing else. */
  readonly isIntensity?: true;
  keyOf(cells: readonly string[]): LongKey;
  /** Why a row is no measurement; null when it is one. */
  setAside(cells: readonly string[], read: ReadCell): string | null;
  /** What is to be said of the case's values, in sentences; called once for each row of the case that is used. */
  remarkOf?(cells: readonly string[], read: ReadCell): string | null;
  /** How the format declares that a protein was not detected, and where it does. Values below a limit stay values of the cohort. */
  readonly detection?: {
    readonly by: string;
    isBelow(cells: readonly string[], read: ReadCell): boolean;
  };
}

export interface LongFormat extends Pick<ProteinReader, "id" | "title" | "columns"> {
  /** Null when the columns are not those of the format. */
  layoutOf(columns: readonly string[]): LongLayout | null;
}

/** The reader of a program's long table. A value that is repeated, as a protein's is with each of its precursors, is taken once. */
export function makeLongReader(format: LongFormat): ProteinReader {
  const { id, title, columns } = format;
  return {
    id,
    title,
    columns,
    input: "protein",
    extensions: [".tsv", ".csv", ".txt", ".tsv.gz", ".csv.gz"],
    detect: (head) => format.layoutOf(peekTable(head)?.columns ?? []) !== null,
    firstSample(head) {
      const table = peekTable(head);
      const layout = table === null ? null : format.layoutOf(table.columns);
      if (layout === null) return null;
      const rows = table?.rows ?? [];
      const row = rows.find((cells) => layout.setAside(cells, () => Number.NaN) === null);
      return nameSample(layout, row ?? rows[0] ?? []);
    },
    read: (source, options) =>
      readProteinTable(
        source,
        { id, find: (table, file) => find(table, { file, format, options }) },
        options,
      ),
  };
}

function nameSample({ sample, channel }: LongLayout, cells: readonly string[]): string {
  const run = (cells[sample] ?? "").trim();
  return channel === undefined || run === "" ? run : `${run} ${(cells[channel] ?? "").trim()}`;
}

interface LongContext {
  readonly file: string;
  readonly format: LongFormat;
  readonly options: ProteinReadOptions;
}

interface Entry extends LongKey {
  readonly line: number;
  /** By the sample's index; absent where the sample has no row. */
  readonly values: Map<number, number>;
  /** Indexes of the samples whose value is declared below what is detected. */
  readonly below: Set<number>;
}

async function find(table: OpenTable, context: LongContext): Promise<FoundProteins> {
  const { file, format, options } = context;
  const layout = format.layoutOf(table.columns);
  if (layout === null) {
    throw refuse("input", "columns-missing", `the columns are not those of ${format.title}`, {
      where: { file, line: table.headerLine },
    });
  }
  const { samples, subjects, entries, tally } = await readEntries(table, layout, context);
  const { own, others, ...named } = chooseRuns({ samples, subjects }, { file, options });
  report(layout, tally, context);
  const rows = [...entries.values()].map((entry): GeneRow => {
    const cohort = new Float64Array(others.length);
    for (const [index, [, sample]] of others.entries()) {
      cohort[index] = entry.values.get(sample) ?? Number.NaN;
    }
    const { gene, accessions, site = "", line, values, below } = entry;
    const value = values.get(own) ?? Number.NaN;
    const flag = (sample: number): number =>
      below.has(sample) && !Number.isNaN(values.get(sample) ?? Number.NaN) ? 1 : 0;
    return {
      gene,
      ...(accessions === undefined ? {} : { accessions }),
      ...(site === "" ? {} : { site }),
      line,
      value,
      cohort,
      ...(below.size === 0
        ? {}
        : { notDetected: Uint8Array.of(flag(own), ...others.map(([, sample]) => flag(sample))) }),
    };
  });
  return {
    rows,
    ...named,
    cohortSamples: others.map(([name]) => name),
    stated: stateScale(options.scale, null) ?? layout.stated ?? null,
    ...(layout.molecule === undefined ? {} : { molecule: layout.molecule }),
    ...(layout.isIntensity === undefined ? {} : { isIntensity: layout.isIntensity }),
    ...(layout.detection === undefined ? {} : { detection: layout.detection.by }),
    refused: 0,
    setAside: tally.setAside,
  };
}

interface Tally {
  setAside: number;
  readonly reasons: Map<string, number>;
  readonly remarks: Map<string, string[]>;
  /** Measurements with two values, as `protein in sample`. */
  readonly disagreeing: Set<string>;
}

async function readEntries(
  table: OpenTable,
  layout: LongLayout,
  { file, options }: LongContext,
): Promise<Runs & { entries: Map<string, Entry>; tally: Tally }> {
  const numbers = makeNumberReader(file, table);
  const samples = new Map<string, number>();
  const subjects = new Map<string, string>();
  const entries = new Map<string, Entry>();
  const tally: Tally = {
    setAside: 0,
    reasons: new Map(),
    remarks: new Map(),
    disagreeing: new Set(),
  };
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const read: ReadCell = (column) => readCell(numbers, { cells, line, column });
      const sample = nameSample(layout, cells);
      const reason = sample === "" ? "no sample named" : layout.setAside(cells, read);
      if (reason !== null) {
        tally.setAside += 1;
        tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
        continue;
      }
      let index = samples.get(sample);
      if (index === undefined) {
        index = samples.size;
        samples.set(sample, index);
        if (layout.subject !== undefined)
          subjects.set(sample, (cells[layout.subject] ?? "").trim());
      }
      const key = layout.keyOf(cells);
      let entry = entries.get(key.key);
      if (entry === undefined) {
        entry = { ...key, line, values: new Map(), below: new Set() };
        entries.set(key.key, entry);
      }
      if (layout.detection?.isBelow(cells, read) === true) entry.below.add(index);
      addValue(entry, { index, sample, value: read(layout.value) }, tally);
      const isOwn = sample === options.sample || subjects.get(sample) === options.sample;
      if (isOwn && options.isReference !== true)
        addRemark(layout.remarkOf?.(cells, read) ?? null, key, tally);
    }
  }
  numbers.finish(options.report);
  return { samples, subjects, entries, tally };
}

/** What programs write beside numbers where they left a value out. */
const leftOut = new Set(["filtered", "profiled"]);

function readCell(
  numbers: NumberReader,
  { cells, line, column }: { cells: readonly string[]; line: number; column: number },
): number {
  const cell = cells[column] ?? "";
  return leftOut.has(cell.toLowerCase()) ? Number.NaN : numbers.read(cell, line, column);
}

/** A missing value says nothing beside another; two that differ decide nothing, and the measurement counts as missing. */
function addValue(
  entry: Entry,
  { index, sample, value }: { index: number; sample: string; value: number },
  tally: Tally,
): void {
  const before = entry.values.get(index);
  if (before === undefined) entry.values.set(index, value);
  else if (!Object.is(before, value) && !Number.isNaN(value)) {
    const name = `${entry.gene === "" ? (entry.accessions ?? "") : entry.gene} in ${sample}`;
    if (Number.isNaN(before) && !tally.disagreeing.has(name)) entry.values.set(index, value);
    else {
      tally.disagreeing.add(name);
      entry.values.set(index, Number.NaN);
    }
  }
}

function addRemark(remark: string | null, { gene, accessions }: LongKey, tally: Tally): void {
  if (remark === null) return;
  const name = gene === "" ? (accessions ?? "") : gene;
  const known = tally.remarks.get(remark);
  if (known === undefined) tally.remarks.set(remark, [name]);
  else known.push(name);
}

const mostExamples = 5;

function report(layout: LongLayout, tally: Tally, { file, options }: LongContext): void {
  const where = { file };
  const say = (code: string, severity: "notice" | "warning", message: string): void =>
    options.report(makeProblem(code, severity, message, { where }));
  say("quantity-chosen", "notice", `values are the column ${layout.quantity}`);
  if (tally.reasons.size > 0) {
    const counts = [...tally.reasons].map(([reason, count]) => `${reason}: ${count}`).toSorted();
    say(
      "rows-set-aside",
      "notice",
      `rows that are no measurement were set aside (${counts.join(", ")})`,
    );
  }
  for (const [remark, names] of tally.remarks) {
    say("case-value-doubtful", "notice", `${remark}: ${names.length} (${examples(names)})`);
  }
  if (tally.disagreeing.size > 0) {
    const message = `measurements with two different values, which count as missing: ${tally.disagreeing.size} (${examples([...tally.disagreeing])})`;
    say("value-twice", "warning", message);
  }
}

function examples(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, mostExamples).map(showText).join(", ");
  return distinct.length > mostExamples ? `${shown}, ...` : shown;
}
