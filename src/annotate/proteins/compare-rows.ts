import type { OutlierSupport } from "../../model/observation.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import type { Reason } from "../../model/verdict.ts";
import type { RowValues } from "../../read/cohort/row-values.ts";
import type { DeclaredRow } from "./collect-declared-rows.ts";
import { judgeOutlier } from "./judge-outlier.ts";
import { makeSampleDetection } from "./sample-detection.ts";
import { measureOutlier, type OutlierMeasurement } from "./measure-outlier.ts";
import { nameMeasured, nameRow } from "./name-measured.ts";
import type { OutlierThresholds } from "./outlier-thresholds.ts";
import type { Reference, ReferenceValues } from "./reference.ts";
import { measureSampleShift, type SampleShift } from "./sample-shift.ts";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import type { OutlierContext, OutlierVerdict } from "./outlier-verdict.ts";
import type { ProteinTable } from "../../read/protein-reader.ts";
import type { PeerRule } from "./peer-rule.ts";

export interface CompareOptions {
  /** The length of the declared list. */
  readonly tested: number;
  readonly rule: OutlierThresholds;
  readonly peerRule: PeerRule | undefined;
  readonly report: ReportProblem;
}

/** One row against one reference. */
export interface Comparison {
  readonly reference: Reference;
  readonly verdict: OutlierVerdict;
  readonly support: OutlierSupport;
  readonly cohortValues: RowValues;
}

/** Judges every row against one reference, in the order of the rows, and says once what keeps all of them from being called. */
export function compareRows(
  table: ProteinTable,
  rows: readonly DeclaredRow[],
  { reference, options }: { readonly reference: Reference; readonly options: CompareOptions },
): { readonly comparisons: readonly Comparison[]; readonly shift: SampleShift } {
  const { rule, peerRule, report } = options;
  const shift = measureSampleShift(table.rows, reference, rule);
  reportReference(table, reference, { shift, rule, report });
  const values = rows.map(({ row }) => reference.valuesOf(row));
  const supports = measureRows(table, rows, { reference, values, options });
  const context: OutlierContext = {
    molecule: table.molecule,
    sample: table.sample,
    scale: table.scale.name,
    shift,
    sampleDetection: makeSampleDetection(table.rows, reference, rule),
    rule,
    peerRule,
  };
  const comparisons = rows.map((row, index): Comparison => {
    const support = supports[index];
    const cohortValues = values[index]?.values;
    if (support === undefined || cohortValues === undefined) {
      throw new Error("there are numbers of every row");
    }
    const gene = nameRow(row);
    const what = nameMeasured({ ...row, molecule: table.molecule });
    const verdict: OutlierVerdict =
      row.disagreeing.length > 0
        ? { call: "not assessable", reason: rowsDisagree(gene, row) }
        : judgeOutlier({ what, gene, row: row.row, support }, context);
    return { reference, verdict, support, cohortValues };
  });
  return { comparisons, shift };
}

/** Numbers of every row, with q over the declared list; a gene of it without a p counts as p = 1. */
function measureRows(
  table: ProteinTable,
  rows: readonly DeclaredRow[],
  {
    reference,
    values,
    options,
  }: {
    readonly reference: Reference;
    readonly values: readonly ReferenceValues[];
    readonly options: CompareOptions;
  },
): OutlierSupport[] {
  const { name: scale } = table.scale;
  const { rule: limits, tested } = options;
  const context = { cohort: reference.name, scale, limits, tested };
  const supports = values.map((each, index): OutlierMeasurement => {
    const row = rows[index]?.row;
    const support = measureOutlier(row?.value ?? null, each, context);
    const isDeclared = row?.notDetected !== undefined && table.detection !== undefined;
    if (each.leftOut === 0 && !isDeclared) return support;
    return {
      ...support,
      ...(each.leftOut > 0 ? { subset: describeSubset(each.leftOut) } : {}),
      ...(isDeclared ? { detection: { by: table.detection, ...reference.detectionOf(row) } } : {}),
    };
  });
  const withP = supports.filter(
    ({ p }, index) => p !== null && (rows[index]?.disagreeing.length ?? 0) === 0,
  );
  const qValues = benjaminiHochberg(
    withP.map(({ p }) => p ?? 1),
    tested,
  );
  for (const [place, support] of withP.entries()) support.q = qValues[place] ?? null;
  return supports;
}

function describeSubset(leftOut: number): string {
  return `aberration-negative; samples left out for a known aberration of this gene: ${leftOut}`;
}

function rowsDisagree(gene: string, { disagreeing, group, ...row }: DeclaredRow): Reason {
  const lines = disagreeing.join(", ");
  const what =
    group === undefined ? `all mean ${gene}` : `are of several genes, ${row.gene} among them,`;
  return {
    code: "rows-disagree",
    text: `Lines ${lines} ${what} and have different values; which one is right cannot be decided.`,
  };
}

function reportReference(
  { file, sample }: ProteinTable,
  { name, samples }: Reference,
  { shift, rule, report }: { shift: SampleShift; rule: OutlierThresholds; report: ReportProblem },
): void {
  const where = { file };
  if (samples < rule.cohortToCall) {
    const message = `reference samples: ${samples} (${name}); numbers are shown where they can be, outliers are not called (need ${rule.cohortToCall})`;
    report(makeProblem("cohort-small", "warning", message, { where }));
  } else if (shift.state === "exceeded") {
    const message = `sample ${sample} as a whole lies ${(shift.median ?? 0).toFixed(2)} from its cohort ${name} (median of ${shift.genes} genes), so no outlier is called`;
    const hint = "Normalize the case together with its cohort.";
    report(makeProblem("sample-shifted", "warning", message, { where, hint }));
  } else if (shift.state === "not checked") {
    const message = `genes measured in the case and in ${name}: ${shift.genes}, too few to see whether the whole sample is shifted`;
    report(makeProblem("sample-shift-unknown", "notice", message, { where }));
  }
}
