import type { ProteinRow } from "../read/reader.ts";
import type { Reference } from "./reference.ts";
import { median } from "../read/quantile.ts";

/** How far the case as a whole lies from its cohort. */
export interface SampleShift {
  /** `not checked`: too few genes are measured in both. */
  readonly state: "within" | "exceeded" | "not checked";
  /** Median over genes of (case value - cohort median), on the table's scale; null when not checked. */
  readonly median: number | null;
  /** Genes that the median is taken over. */
  readonly genes: number;
}

/** Below this number of genes the targets themselves would make the median, and a true outlier hide itself. */
const fewestGenes = 10;

/**
 * Compares the whole case with its cohort over every gene of the table that both have (clinical 4.3): a
 * shifted sample was loaded, scaled or normalized otherwise, and none of its outliers can be believed.
 */
export function measureSampleShift(
  rows: readonly ProteinRow[],
  reference: Reference,
  limits: { readonly cohortToCompute: number; readonly sampleShift: number },
): SampleShift {
  const differences: number[] = [];
  for (const row of rows) {
    // Without those below the limit, whose cohort may lie there too, the whole sample would look high.
    const value = row.value ?? row.notDetected?.value ?? null;
    if (value === null) continue;
    const center = reference.medianOf(row, limits.cohortToCompute);
    if (center !== null) differences.push(value - center);
  }
  const genes = differences.length;
  if (genes < fewestGenes) return { state: "not checked", median: null, genes };
  const shift = median(Float64Array.from(differences).sort());
  const state = Math.abs(shift) > limits.sampleShift ? "exceeded" : "within";
  return { state, median: shift, genes };
}
