import type { OutlierSupport } from "../../model/observation.ts";
import type { OutlierThresholds } from "./outlier-thresholds.ts";
import type { ReferenceValues } from "./reference.ts";
import { crawfordHowell } from "../statistics/crawford-howell.ts";
import { rankPosition } from "../statistics/rank-position.ts";
import { robustP, robustPosition } from "../statistics/robust-outlier.ts";

/** The numbers of one gene against its cohort; q needs the whole list, and is null until it is known. */
export type OutlierMeasurement = Omit<OutlierSupport, "q"> & { q: number | null };

export interface MeasurementContext {
  /** Name of the cohort. */
  readonly cohort: string;
  /** Name of the table's scale. */
  readonly scale: string;
  readonly limits: Pick<OutlierThresholds, "cohortToCompute">;
  /** The length of the declared list. */
  readonly tested: number;
}

/** Whether a difference of two values is a ratio of two amounts, by the name of their scale. */
export function hasFold(scale: string): boolean {
  return scale !== "z" && scale !== "score";
}

/**
 * Every number of clinical 4.3 for one gene. Nothing is computed against fewer cohort values than
 * `cohortToCompute`, and nothing about a case that was not measured. On the scale `z` a value without a
 * cohort is itself the modified z; a log2 fold exists on log2 scales only.
 */
export function measureOutlier(
  value: number | null,
  { values, missing }: Pick<ReferenceValues, "values" | "missing">,
  context: MeasurementContext,
): OutlierMeasurement {
  const { cohort, scale, limits, tested } = context;
  const n = values.count();
  if (n + missing === 0 && scale === "z") {
    const blank = leaveBlank(value, { n, missing }, context);
    return { ...blank, cohort: "the laboratory's own, as z in the file", modifiedZ: value };
  }
  if (n < limits.cohortToCompute) return leaveBlank(value, { n, missing }, context);
  const numbers = values.numbers();
  const { median, mad, modifiedZ, scaleUsed } = robustPosition(value ?? Number.NaN, numbers);
  if (value === null) return { ...leaveBlank(value, { n, missing }, context), median, mad };
  const exact = crawfordHowell(value, numbers, n);
  const { percentile, kIqr, tukey } = rankPosition(value, values, numbers);
  return {
    kind: "cohort",
    value,
    cohort,
    n,
    missing,
    median,
    mad,
    modifiedZ,
    scaleUsed,
    log2Fold: hasFold(scale) ? value - median : null,
    p: modifiedZ === null ? null : robustP(modifiedZ, n),
    q: null,
    tested,
    crawfordHowellT: exact?.t ?? null,
    crawfordHowellP: exact?.p ?? null,
    percentile,
    kIqr,
    tukey,
  };
}

/** A row of which nothing is computed. */
export function leaveBlank(
  value: number | null,
  { n, missing }: Pick<OutlierMeasurement, "n" | "missing">,
  { cohort, tested }: Pick<MeasurementContext, "cohort" | "tested">,
): OutlierMeasurement {
  return {
    kind: "cohort",
    value,
    cohort,
    n,
    missing,
    median: null,
    mad: null,
    modifiedZ: null,
    scaleUsed: null,
    log2Fold: null,
    p: null,
    q: null,
    tested,
    crawfordHowellT: null,
    crawfordHowellP: null,
    percentile: null,
    kIqr: null,
    tukey: null,
  };
}
