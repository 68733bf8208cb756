import { makeProblem, type ReportProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { showText } from "../../show-text.ts";
import type { ScalableRow } from "../scale/scalable-row.ts";

/** One row of a long table; `value` is NaN when missing, and where the protein was declared not detected. */
export interface Measurement {
  /** What the row is of, as the table names it: a gene, an antibody, a phosphosite. */
  readonly name: string;
  readonly sample: string;
  readonly value: number;
  readonly line: number;
  readonly isNotDetected: boolean;
}

/** A row that has its name, and not yet what the name means. */
export interface MeasuredRow extends ScalableRow {
  readonly name: string;
  readonly line: number;
  /** 1 where the protein was declared not detected, the case first; absent where it nowhere was. */
  readonly notDetected?: Uint8Array;
}

/** Measurements of a long table, gathered until every sample is known. */
export interface Measurements {
  add(measurement: Measurement): void;
  /** In the order in which they came. */
  samples(): readonly string[];
  /**
   * One row for each name, in the order in which they came; its line is that of the case's own row where there
   * is one. Throws Refusal "input" when a sample has two different values of one name.
   */
  rowsFor(sample: string): { rows: MeasuredRow[]; cohortSamples: string[] };
}

/** The rows of one gene as three parallel lists: a table may have millions of rows. */
interface GeneEntries {
  readonly sampleIndexes: number[];
  readonly values: number[];
  readonly lines: number[];
  /** Places in the lists where the protein was declared not detected; most genes have none. */
  readonly notDetected: Set<number>;
}

export function makeMeasurements(file: string, report: ReportProblem): Measurements {
  const sampleIndexes = new Map<string, number>();
  const genes = new Map<string, GeneEntries>();

  /** Value, line and declaration of each sample of one gene; line 0 where the gene has no row for it. */
  const spread = (
    gene: string,
    entries: GeneEntries,
  ): { values: Float64Array; lines: Float64Array; notDetected: Uint8Array } => {
    const values = new Float64Array(sampleIndexes.size).fill(Number.NaN);
    const lines = new Float64Array(sampleIndexes.size);
    const notDetected = new Uint8Array(sampleIndexes.size);
    for (const [entry, index] of entries.sampleIndexes.entries()) {
      const value = entries.values[entry] ?? Number.NaN;
      const line = entries.lines[entry] ?? 0;
      const declared = entries.notDetected.has(entry) ? 1 : 0;
      const before = lines[index] ?? 0;
      if (before === 0) {
        values[index] = value;
        lines[index] = line;
        notDetected[index] = declared;
        continue;
      }
      const repeat = { gene, sample: [...sampleIndexes.keys()][index] ?? "", before, line };
      const isSame = Object.is(values[index], value) && notDetected[index] === declared;
      if (!isSame) throw valueTwice(file, repeat);
      report(repeatedValue(file, repeat));
    }
    return { values, lines, notDetected };
  };

  return {
    add({ name, sample, value, line, isNotDetected }) {
      const known = sampleIndexes.get(sample);
      const index = known ?? sampleIndexes.size;
      if (known === undefined) sampleIndexes.set(sample, index);
      let entries = genes.get(name);
      if (entries === undefined) {
        entries = { sampleIndexes: [], values: [], lines: [], notDetected: new Set() };
        genes.set(name, entries);
      }
      if (isNotDetected) entries.notDetected.add(entries.values.length);
      entries.sampleIndexes.push(index);
      entries.values.push(value);
      entries.lines.push(line);
    },
    samples: () => [...sampleIndexes.keys()],
    rowsFor(sample) {
      const caseIndex = sampleIndexes.get(sample) ?? -1;
      const rows = [...genes].map(([name, entries]) => {
        const { values, lines, notDetected } = spread(name, entries);
        const others = notDetected.filter((_, index) => index !== caseIndex);
        return {
          name,
          line: (lines[caseIndex] ?? 0) || (entries.lines[0] ?? 1),
          value: values[caseIndex] ?? Number.NaN,
          cohort: values.filter((_, index) => index !== caseIndex),
          ...(entries.notDetected.size === 0
            ? {}
            : { notDetected: Uint8Array.of(notDetected[caseIndex] ?? 0, ...others) }),
        };
      });
      return { rows, cohortSamples: [...sampleIndexes.keys()].filter((name) => name !== sample) };
    },
  };
}

interface Repeat {
  readonly gene: string;
  readonly sample: string;
  readonly before: number;
  readonly line: number;
}

function valueTwice(file: string, { gene, sample, before, line }: Repeat): Error {
  const message = `gene ${showText(gene)} is there twice for sample ${showText(sample)} with different values: lines ${before} and ${line}`;
  return refuse("input", "gene-twice", message, {
    where: { file, line },
    hint: "Keep one row for each sample and gene; which one is right cannot be decided here.",
  });
}

function repeatedValue(file: string, { gene, sample, before, line }: Repeat) {
  const message = `gene ${showText(gene)} is there twice for sample ${showText(sample)} with the same value (lines ${before} and ${line}); kept once`;
  return makeProblem("gene-repeated", "notice", message, { where: { file, line } });
}
