import type { StopReason } from "../model/response-terms.ts";
import type { RatioRule, RatioState, RatioVerdict } from "../model/response-summary.ts";

/** What is known of the two periods, in whole days. */
export interface PeriodLengths {
  /** Null: period A has no start, or no end. */
  readonly daysA: number | null;
  /** A line that was stopped for another reason has no progression-free survival to compare with. */
  readonly isEndedA: boolean;
  /** The reason for which period A was stopped before its progression, where that ended it; null or absent: none. */
  readonly stoppedA?: StopReason | null;
  /** Null: period B was not started. */
  readonly daysB: number | null;
  /** Progression or death; false: the patient was last seen without. */
  readonly isEndedB: boolean;
}

/**
 * The verdict of an N-of-1 comparison: progression-free survival on the chosen therapy over that on the line before (Von Hoff 2010,
 * J Clin Oncol 28:4877; MetAction, NCT02142036: at least 1.3). The ratio is compared unrounded. A period B that has not ended gives a
 * lower bound, which can show a benefit and never its absence.
 */
export function judgeRatio(lengths: PeriodLengths, rule: RatioRule): RatioVerdict {
  const { daysA, isEndedA, daysB, isEndedB } = lengths;
  const obstacle = findObstacle(lengths);
  if (obstacle !== null || daysA === null || daysB === null || !isEndedA) {
    const [code, text] = obstacle ?? ["no-period", "a period is missing"];
    return { state: "not computable", ratio: null, isLowerBound: false, reason: { code, text } };
  }
  const ratio = daysB / daysA;
  const isMet = rule.operator === "ge" ? ratio >= rule.threshold : ratio > rule.threshold;
  const state: RatioState = isMet ? "benefit" : isEndedB ? "no benefit" : "undetermined";
  return { state, ratio, isLowerBound: !isEndedB, reason: explain(state, isEndedB) };
}

function findObstacle(lengths: PeriodLengths): readonly [string, string] | null {
  const { daysA, isEndedA, stoppedA = null, daysB } = lengths;
  if (stoppedA !== null) {
    return [
      "period-a-stopped",
      `period A was stopped before its progression (${stoppedA}), so that its length is no progression-free survival on the therapy`,
    ];
  }
  if (!isEndedA) {
    return [
      "no-progression-a",
      daysA === null
        ? "no progression of period A is recorded: its start and its progression are needed"
        : "period A did not end in progression, so that its length is no progression-free survival",
    ];
  }
  if (daysA === null) {
    return ["no-period-a", "period A is missing: its start and its progression are needed"];
  }
  if (daysA <= 0)
    return ["zero-period-a", "period A is 0 days long, and nothing can be divided by it"];
  return daysB === null ? ["no-period-b", "period B was not started"] : null;
}

function explain(state: RatioState, isEndedB: boolean): RatioVerdict["reason"] {
  switch (state) {
    case "benefit":
      return isEndedB
        ? { code: "ratio-meets-threshold", text: "the ratio meets the threshold" }
        : {
            code: "lower-bound-meets-threshold",
            text: "period B has not ended, and the ratio meets the threshold already",
          };
    case "no benefit":
      return { code: "ratio-below-threshold", text: "the ratio does not meet the threshold" };
    default:
      return {
        code: "lower-bound-below-threshold",
        text: "period B was not seen to end: the ratio is a lower bound, and may still come to meet the threshold",
      };
  }
}

/** Shapes of the Weibull distribution that the chance is told for; 1 is the exponential. */
const shapes = [1, 1.5, 2, 3];

/**
 * Probability that B / A meets the threshold when both are independent and of one Weibull distribution of shape k, that is, without any
 * effect of the drug: 1 / (1 + threshold^k). It follows from the ratio of two such times being log-logistic.
 */
export function chanceOfRatio(threshold: number): { shape: number; probability: number }[] {
  return shapes.map((shape) => ({ shape, probability: 1 / (1 + threshold ** shape) }));
}
