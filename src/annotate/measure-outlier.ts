import type { OutlierSupport } from "../model/observation.ts";
import type { OutlierThresholds } from "./outlier-thresholds.ts";
import type { ReferenceValues } from "./reference.ts";
import { crawfordHowell } from "./statistics/crawford-howell.ts";
import { rankPosition } from "./statistics/rank-position.ts";
import { robustP, robustPosition } from "./statistics/robust-outlier.ts";

/** The numbers of one gene against its cohort, before q, which needs the whole list. */
export type OutlierMeasurement = Omit<OutlierSupport, "q" | "tested">;

export interface MeasurementContext {
  /** Name of the cohort. */
  readonly cohort: string;
  /** Name of the table's scale. */
  readonly scale: string;
  readonly limits: Pick<OutlierThresholds, "cohortToCompute">;
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
  { present, missing }: Pick<ReferenceValues, "present" | "missing">,
  { cohort, scale, limits }: MeasurementContext,
): OutlierMeasurement {
  const isZ = scale === "z";
  const n = present.length;
  const blank: OutlierMeasurement = {
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
    crawfordHowellT: null,
    crawfordHowellP: null,
    percentile: null,
    kIqr: null,
    tukey: null,
  };
  if (n + missing === 0 && isZ) {
    return { ...blank, cohort: "the laboratory's own, as z in the file", modifiedZ: value };
  }
  if (n < limits.cohortToCompute) return blank;
  const position = robustPosition(value ?? Number.NaN, present);
  const spread = { ...blank, median: position.median, mad: position.mad };
  if (value === null) return spread;
  const exact = crawfordHowell(value, present);
  return {
    ...spread,
    modifiedZ: position.modifiedZ,
    scaleUsed: position.scaleUsed,
    log2Fold: hasFold(scale) ? value - position.median : null,
    p: position.modifiedZ === null ? null : robustP(position.modifiedZ, n),
    crawfordHowellT: exact?.t ?? null,
    crawfordHowellP: exact?.p ?? null,
    ...rankPosition(value, present),
  };
}
