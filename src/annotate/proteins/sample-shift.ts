import type { OutlierThresholds } from "./outlier-thresholds.ts";
import type { Reference } from "./reference.ts";
import { median } from "../../model/quantile.ts";
import type { ProteinRow } from "../../read/protein-reader.ts";

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
/** So many genes are no targets that all happen to be outliers of one direction: where they are, the sample is another one or on another scale. */
const fewestOfAll = 5;

/**
 * Compares the whole case with its cohort over every gene of the table that both have (clinical 4.3): a
 * shifted sample was loaded, scaled or normalized otherwise, and none of its outliers can be believed. Of 5 to 9 genes the median is no measure;
 * all of them as far off as a call asks, to one side, are a shift as well.
 */
export function measureSampleShift(
  rows: readonly ProteinRow[],
  reference: Reference,
  limits: Pick<OutlierThresholds, "cohortToCompute" | "sampleShift" | "log2Fold">,
): SampleShift {
  const differences: number[] = [];
  const distinct = new Set<string>();
  for (const row of rows) {
    // Without those below the limit, whose cohort may lie there too, the whole sample would look high.
    const value = row.value ?? row.notDetected?.value ?? null;
    if (value === null) continue;
    const center = reference.medianOf(row, limits.cohortToCompute);
    if (center === null) continue;
    differences.push(value - center);
    distinct.add(row.gene);
  }
  const genes = differences.length;
  const isOneSided =
    distinct.size >= fewestOfAll &&
    (differences.every((each) => each >= limits.log2Fold) ||
      differences.every((each) => each <= -limits.log2Fold));
  if (genes < fewestGenes && !isOneSided) {
    return { state: "not checked", median: null, genes };
  }
  const shift = median(Float64Array.from(differences).sort());
  const state = Math.abs(shift) > limits.sampleShift ? "exceeded" : "within";
  return { state, median: shift, genes };
}
