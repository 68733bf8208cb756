import type { ExpressionOutlier, Measured } from "../../model/alteration.ts";
import type {
  Observation,
  OutlierState,
  OutlierSupport,
  Provenance,
} from "../../model/observation.ts";
import type { ReportProblem } from "../../model/problem.ts";
import type { Reason } from "../../model/verdict.ts";
import type { ReferenceCohort } from "../../read/cohort/cohort.ts";
import type { RowValues } from "../../read/cohort/row-values.ts";
import { collectDeclaredRows, type DeclaredRow } from "./collect-declared-rows.ts";
import { combineComparisons } from "./combine-comparisons.ts";
import { compareRows } from "./compare-rows.ts";
import { describeRule } from "./describe-outlier-rule.ts";
import { nameDirection, nameMeasured, outlierId } from "./name-measured.ts";
import { outlierThresholds, type OutlierThresholds } from "./outlier-thresholds.ts";
import { referencesOf, type Reference } from "./reference.ts";
import type { SampleShift } from "./sample-shift.ts";
import type { ProteinTable } from "../../read/protein-reader.ts";
import type { PeerRule } from "./peer-rule.ts";

/** The answer for one gene, or one site of a gene, of the declared list that the table has. */
export interface OutlierCall {
  /** Current symbol. */
  readonly gene: string;
  /** Of a phosphosite: residue and position. */
  readonly site?: string | undefined;
  /** Genes of the row, where they are several: it need not be this one that the value is of. */
  readonly group?: readonly string[];
  readonly molecule: Measured;
  readonly call: OutlierState;
  readonly reason: Reason;
  readonly support: OutlierSupport;
  readonly provenance: Provenance;
  /** Name of the scale that the table is on after reading; absent where only the numbers are known. */
  readonly scale?: string;
  /** Values of the cohort; absent where only the numbers are known. */
  readonly cohortValues?: RowValues;
}

export interface OutlierOptions {
  /** Current symbols: the list that is tested and that q is taken over, fixed before any value is read. */
  readonly declared: ReadonlySet<string>;
  /** Current symbol of a symbol or alias; null when it is not known. */
  currentSymbol(symbolOrAlias: string): string | null;
  /** Reference cohorts in place of the table's other samples. */
  readonly cohorts?: readonly ReferenceCohort[];
  readonly rule?: OutlierThresholds;
  /** Call by another program's rule; for comparison, never for targets. */
  readonly peerRule?: PeerRule | undefined;
  readonly report: ReportProblem;
}

export interface OutlierResult {
  /** Sorted by gene and site. A declared gene that the table does not have is not among them. */
  readonly calls: OutlierCall[];
  /** The calls `up` and `down`. */
  readonly observations: Observation<ExpressionOutlier>[];
  /** What the table was compared with. */
  readonly references: readonly Reference[];
  /** Of the whole case against each reference, in their order. */
  readonly shifts: readonly SampleShift[];
  /** The length of the list that q is over. */
  readonly tested: number;
  /** The rule as a sentence for the report. */
  readonly method: string;
}

/**
 * Calls outliers of one table against its own cohort or the given ones (clinical 4.3), for declared genes only. The order of
 * rows and of samples changes nothing. Two rows that mean one gene and differ make it not assessable.
 */
export function callOutliers(table: ProteinTable, options: OutlierOptions): OutlierResult {
  const { declared, currentSymbol, cohorts = [], report, rule = outlierThresholds } = options;
  const { peerRule } = options;
  const { molecule } = table;
  const references = referencesOf(table, cohorts, currentSymbol);
  const rows = collectDeclaredRows(table, { declared, currentSymbol, report });
  const tested = countTests(declared, rows);
  const results = references.map((reference) =>
    compareRows(table, rows, { reference, options: { tested, rule, peerRule, report } }),
  );
  const calls = rows.map(({ gene, site, group, row }, index): OutlierCall => {
    const comparisons = results.flatMap((result) => result.comparisons[index] ?? []);
    const combined = combineComparisons(comparisons, rule.log2Fold);
    const { verdict, cohortValues } = combined;
    const support =
      group === undefined ? combined.support : { ...combined.support, group: [...group] };
    const { call, reason } = verdict;
    const provenance = { file: table.file, line: row.line, sample: table.sample };
    const scale = table.scale.name;
    const outlier = { gene, molecule, call, reason, support, provenance, scale, cohortValues };
    return {
      ...outlier,
      ...(site === undefined ? {} : { site }),
      ...(group === undefined ? {} : { group }),
    };
  });
  return {
    calls,
    observations: calls.filter(({ call }) => call === "up" || call === "down").flatMap(observe),
    tested,
    references,
    shifts: results.map(({ shift }) => shift),
    method: describeRule(table, { references, tested, rule, peerRule }),
  };
}

/** Every declared gene counts, whether the table has it or not, and every phosphosite of one that the table has. */
function countTests(declared: ReadonlySet<string>, rows: readonly DeclaredRow[]): number {
  const present = new Set(rows.map(({ gene }) => gene));
  return declared.size - present.size + rows.length;
}

function observe(outlier: OutlierCall): Observation<ExpressionOutlier>[] {
  const { gene, site, molecule, call, support, provenance } = outlier;
  // No statement is about the activity of a kinase.
  if ((call !== "up" && call !== "down") || molecule === "kinase-activity") return [];
  const place = site === undefined ? {} : { site };
  return [
    {
      id: outlierId(outlier),
      label: `${nameMeasured(outlier)} ${nameDirection(call, support.detection !== undefined)}`,
      gene,
      alteration: { kind: "expression", gene, molecule, ...place, direction: call },
      support,
      provenance,
    },
  ];
}
