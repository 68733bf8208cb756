import type { Reason } from "../../model/verdict.ts";
import { compareText } from "../../model/order.ts";
import type { KinaseSubstrate } from "../../read/proteins/names/kinase-substrates.ts";
import { leadingRoles } from "./leading-roles.ts";
import { outlierThresholds } from "./outlier-thresholds.ts";
import type { Reference } from "./reference.ts";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { scoreKinase, type KinaseScore } from "../statistics/kinase-score.ts";
import type { ProteinTable } from "../../read/protein-reader.ts";

/** How active a kinase is, by its substrates among all phosphosites of one table. */
export interface KinaseActivity {
  /** Current symbol. */
  readonly kinase: string;
  readonly seen: "high" | "low" | "between" | "too few substrates";
  /** Measured substrate sites, `GSK3B S9`, sorted. */
  readonly substrates: readonly string[];
  /** Null where there are too few substrates. */
  readonly score: (KinaseScore & { readonly q: number }) | null;
  readonly reason: Reason;
  /** Base name of the table, its sample, and the cohort that folds were taken against. */
  readonly file: string;
  readonly sample: string;
  readonly cohort: string;
}

/** Rules V15 and V16: display and q. */
const limits = { z: 2, q: 0.1 };
/** Fewer measured substrates allow no verdict (rule V17). */
export const fewestSubstrates = 3;

export interface KinaseOptions {
  readonly references: readonly Reference[];
  readonly substrates: readonly KinaseSubstrate[];
  /** Measured substrate sites that a score needs; at least `fewestSubstrates`. */
  readonly minimum: number;
  currentSymbol(symbolOrAlias: string): string | null;
}

/**
 * Scores every kinase of the list that has a measured substrate (clinical R9). Folds are the case minus the median of the first cohort, tumors
 * of the disease before others; a row of several sites counts for each of them, and rows of one site are averaged. q is taken over the kinases that
 * have enough substrates. Sorted by kinase; empty where the table has no sites or its scale no fold.
 */
export function scoreKinases(table: ProteinTable, options: KinaseOptions): KinaseActivity[] {
  const { references, substrates, minimum, currentSymbol } = options;
  const [reference] = references.toSorted(
    (a, b) => leadingRoles.indexOf(a.role) - leadingRoles.indexOf(b.role),
  );
  if (reference === undefined || table.scale.name === "z" || table.scale.name === "score") {
    return [];
  }
  const current = (name: string): string => currentSymbol(name) ?? name;
  const { all, bySite } = measureFolds(table, reference, current);
  const measured = new Map<string, Map<string, number>>();
  for (const { kinase, gene, site } of substrates) {
    const name = `${current(gene)} ${site}`;
    const fold = bySite.get(name);
    if (fold === undefined) continue;
    const known = measured.get(current(kinase)) ?? new Map<string, number>();
    measured.set(current(kinase), known.set(name, fold));
  }
  const kinases = [...measured].toSorted(([a], [b]) => compareText(a, b));
  const scores = kinases.map(([, sites]) =>
    sites.size < minimum ? null : scoreKinase(Float64Array.from(sites.values()), all),
  );
  const qValues = benjaminiHochberg(scores.flatMap((score) => score?.p ?? []));
  let scored = 0;
  return kinases.map(([kinase, sites], index) => {
    const score = scores[index] ?? null;
    const withQ = score === null ? null : { ...score, q: qValues[scored++] ?? 1 };
    const names = [...sites.keys()].toSorted(compareText);
    const { file, sample } = table;
    const place = { file, sample, cohort: reference.name };
    return {
      kinase,
      substrates: names,
      score: withQ,
      ...judge(kinase, withQ, { names, minimum }),
      ...place,
    };
  });
}

/** Folds of all rows with a site, and the mean of them for each single site, by `GSK3B S9`. */
function measureFolds(
  { rows }: ProteinTable,
  reference: Reference,
  current: (name: string) => string,
): { readonly all: Float64Array; readonly bySite: ReadonlyMap<string, number> } {
  const all: number[] = [];
  const sums = new Map<string, { sum: number; rows: number }>();
  for (const row of rows) {
    if (row.site === undefined || row.value === null) continue;
    const center = reference.medianOf(row, outlierThresholds.cohortToCompute);
    if (center === null) continue;
    const fold = row.value - center;
    all.push(fold);
    for (const site of row.site.split(" ")) {
      const name = `${current(row.gene)} ${site}`;
      const known = sums.get(name) ?? { sum: 0, rows: 0 };
      sums.set(name, { sum: known.sum + fold, rows: known.rows + 1 });
    }
  }
  const means = [...sums].map(([name, { sum, rows: n }]) => [name, sum / n] as const);
  return { all: Float64Array.from(all), bySite: new Map(means) };
}

function judge(
  kinase: string,
  score: KinaseActivity["score"],
  { names, minimum }: { readonly names: readonly string[]; readonly minimum: number },
): Pick<KinaseActivity, "seen" | "reason"> {
  if (score === null) {
    const text = `${kinase}: substrate sites that were measured: ${names.length}; a score needs ${minimum} and sites that differ.`;
    return { seen: "too few substrates", reason: { code: "too-few-substrates", text } };
  }
  const { z, q } = score;
  const numbers = `z ${z.toFixed(2)}, q ${String(Number(q.toPrecision(2)))}, ${names.length} substrate sites`;
  if (z >= limits.z && q < limits.q) {
    const text = `The substrates of ${kinase} lie above all sites (${numbers}).`;
    return { seen: "high", reason: { code: "kinase-high", text } };
  }
  if (z <= -limits.z) {
    const text = `The substrates of ${kinase} lie below all sites (${numbers}).`;
    return { seen: "low", reason: { code: "kinase-low", text } };
  }
  const text = `The substrates of ${kinase} do not differ from all sites (${numbers}).`;
  return { seen: "between", reason: { code: "kinase-between", text } };
}
