import type { ExpressionOutlier, Measured } from "../model/alteration.ts";
import type { Observation, OutlierSupport, Provenance } from "../model/observation.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import type { Reason } from "../model/verdict.ts";
import type { ProteinTable } from "../read/reader.ts";
import { collectDeclaredRows, type DeclaredRow } from "./collect-declared-rows.ts";
import { describeRule } from "./describe-outlier-rule.ts";
import {
  judgeOutlier,
  moleculeNames,
  type OutlierState,
  type OutlierVerdict,
} from "./judge-outlier.ts";
import type { PeerRule } from "./judge-by-peer-rule.ts";
import { measureOutlier } from "./measure-outlier.ts";
import { nameRow, outlierId } from "./outlier-id.ts";
import { outlierThresholds, type OutlierThresholds } from "./outlier-thresholds.ts";
import { measureSampleShift, type SampleShift } from "./sample-shift.ts";
import { benjaminiHochberg } from "./statistics/benjamini-hochberg.ts";

/** The answer for one gene of the declared list that the table has. */
export interface OutlierCall {
  /** Current symbol. */
  readonly gene: string;
  /** Residues of a phosphosite, in the numbering of the file. */
  readonly site?: string;
  readonly molecule: Measured;
  readonly call: OutlierState;
  readonly reason: Reason;
  readonly support: OutlierSupport;
  readonly provenance: Provenance;
  /** Values of the cohort in any order, NaN where missing; absent where only the numbers are known. */
  readonly cohortValues?: Float64Array;
}

export interface OutlierOptions {
  /** Current symbols: the list that is tested and that q is taken over, fixed before any value is read. */
  readonly declared: ReadonlySet<string>;
  /** Current symbol of a symbol or alias; null when it is not known. */
  currentSymbol(symbolOrAlias: string): string | null;
  readonly rule?: OutlierThresholds;
  /** Call by another program's rule; for comparison, never for targets. */
  readonly peerRule?: PeerRule | undefined;
  readonly report: ReportProblem;
}

export interface OutlierResult {
  /** Sorted by gene. A declared gene that the table does not have is not among them. */
  readonly calls: OutlierCall[];
  /** The calls `up` and `down`. */
  readonly observations: Observation<ExpressionOutlier>[];
  readonly shift: SampleShift;
  /** The rule as a sentence for the report. */
  readonly method: string;
}

/**
 * Calls outliers of one table against its own cohort (clinical 4.3), for declared genes only. The order of
 * rows and of samples changes nothing. Two rows that mean one gene and differ make it not assessable.
 */
export function callOutliers(table: ProteinTable, options: OutlierOptions): OutlierResult {
  const { declared, report, rule = outlierThresholds, peerRule } = options;
  const shift = measureSampleShift(table.rows, rule);
  reportCohort(table, { shift, rule, report });
  const { molecule, sample } = table;
  const rows = collectDeclaredRows(table, options);
  const tested = countTested(declared, rows);
  const measured = measureRows(table, rows, { rule, tested });
  const { name: scale } = table.scale;
  const calls = measured.map(({ gene, site, row, disagreeing, support }): OutlierCall => {
    const named = nameRow({ gene, site });
    const verdict: OutlierVerdict =
      disagreeing.length > 0
        ? { call: "not assessable", reason: rowsDisagree(named, disagreeing) }
        : judgeOutlier({ gene: named, molecule, sample, scale, support, shift, rule, peerRule });
    const provenance = { file: table.file, line: row.line, sample };
    const ofSite = site === undefined ? {} : { site };
    const cohortValues = row.cohort;
    return { gene, ...ofSite, molecule, ...verdict, support, provenance, cohortValues };
  });
  return {
    calls,
    observations: calls.flatMap(observe),
    shift,
    method: describeRule(table, { tested, rule, peerRule }),
  };
}

/** Every declared gene counts, whether the table has it or not, and every phosphosite of one that the table has. */
function countTested(declared: ReadonlySet<string>, rows: readonly DeclaredRow[]): number {
  const present = new Set(rows.map(({ gene }) => gene));
  return declared.size - present.size + rows.length;
}

/** Numbers of every declared row, with q over the declared list; a gene of it without a p counts as p = 1. */
function measureRows(
  table: ProteinTable,
  rows: readonly DeclaredRow[],
  { rule, tested }: { rule: OutlierThresholds; tested: number },
): (DeclaredRow & { readonly support: OutlierSupport })[] {
  const measured = rows.map((each) => ({ each, numbers: measureOutlier(each.row, table, rule) }));
  const counted = measured.filter(({ each }) => each.disagreeing.length === 0);
  const withP = counted.flatMap(({ each, numbers }) =>
    numbers.p === null ? [] : [{ each, p: numbers.p }],
  );
  const qValues = benjaminiHochberg(
    withP.map(({ p }) => p),
    tested,
  );
  const qOf = new Map(withP.map(({ each }, index) => [each, qValues[index] ?? null]));
  return measured.map(({ each, numbers }) => ({
    ...each,
    support: { ...numbers, q: qOf.get(each) ?? null, tested },
  }));
}

function rowsDisagree(gene: string, lines: readonly number[]): Reason {
  return {
    code: "rows-disagree",
    text: `Lines ${lines.join(", ")} all mean ${gene} and have different values; which one is right cannot be decided.`,
  };
}

function observe(outlier: OutlierCall): Observation<ExpressionOutlier>[] {
  const { gene, molecule, call, support, provenance } = outlier;
  // No statement is about the activity of a kinase.
  if ((call !== "up" && call !== "down") || molecule === "kinase-activity") return [];
  return [
    {
      id: outlierId(outlier),
      label: `${nameRow(outlier)} ${moleculeNames[molecule]} ${call === "up" ? "high" : "low"}`,
      gene,
      alteration: { kind: "expression", gene, molecule, direction: call },
      support,
      provenance,
    },
  ];
}

/** Says once for the table what keeps all of its genes from being called. */
function reportCohort(
  table: ProteinTable,
  { shift, rule, report }: { shift: SampleShift; rule: OutlierThresholds; report: ReportProblem },
): void {
  const where = { file: table.file };
  const n = table.cohortSamples.length;
  if (n < rule.cohortToCall) {
    const message = `reference samples: ${n}; numbers are shown where they can be, outliers are not called (need ${rule.cohortToCall})`;
    report(makeProblem("cohort-small", "warning", message, { where }));
  } else if (shift.state === "exceeded") {
    const message = `sample ${table.sample} as a whole lies ${(shift.median ?? 0).toFixed(2)} from its cohort (median of ${shift.genes} genes), so no outlier is called`;
    const hint = "Normalize the case together with its cohort.";
    report(makeProblem("sample-shifted", "warning", message, { where, hint }));
  } else if (shift.state === "not checked") {
    const message = `genes measured in the case and in its cohort: ${shift.genes}, too few to see whether the whole sample is shifted`;
    report(makeProblem("sample-shift-unknown", "notice", message, { where }));
  }
}
