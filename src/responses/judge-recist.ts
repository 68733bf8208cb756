import type { RecistResponse } from "../model/response-summary.ts";
import type { NonTargetState } from "../model/response-terms.ts";

/** Sums of diameters in tenths of a millimeter, so that 30 % of a sum is compared exactly. */
export interface Sums {
  readonly baseline: number;
  /** The smallest complete sum on study until then, the baseline included. */
  readonly nadir: number;
  readonly current: number;
}

export interface PointFacts extends Sums {
  readonly newLesions: boolean;
  /** The other lesions together; `none` where there never were any. */
  readonly nonTarget: NonTargetState;
  /** The baseline has a target lesion: what is gone there already is none. */
  readonly hasTargets: boolean;
  /** Every target lesion is gone, nodes have a short axis below 10 mm. */
  readonly isAllGone: boolean;
  /** A lesion that was gone in a complete response is back; a node from 10 mm on (recist.eortc.org, FAQ "Abnormal lymph node"). */
  readonly isBack: boolean;
  /** Every target lesion of the baseline was measured. */
  readonly isComplete: boolean;
}

export interface JudgedPoint {
  readonly response: RecistResponse;
  readonly reason: string;
}

/** PD needs 5 mm beside the 20 %. */
const leastGrowth = 50;

/**
 * Response at one time point by RECIST 1.1 (Eisenhauer 2009, Eur J Cancer 45:228, tables 1 to 3; PMC2755245, PMC5658474): partial
 * response is 30 % or more below the baseline, progression 20 % or more and 5 mm above the smallest sum, a new lesion, or unequivocal
 * growth of the others, and comes before everything else. Without target lesions the others alone tell.
 */
export function judgeRecist(facts: PointFacts): JudgedPoint {
  const { baseline, nadir, current, nonTarget } = facts;
  if (facts.newLesions) return { response: "PD", reason: "new lesion" };
  if (nonTarget === "progressed")
    return { response: "PD", reason: "non-target lesions progressed" };
  if (facts.isBack) return { response: "PD", reason: "a lesion is back after complete response" };
  if (10 * current >= 12 * nadir && current - nadir >= leastGrowth) {
    return { response: "PD", reason: "20 % or more and at least 5 mm above the smallest sum" };
  }
  if (!facts.isComplete) return { response: "NE", reason: "not every target lesion was measured" };
  if (!facts.hasTargets) return judgeOthers(nonTarget);
  if (facts.isAllGone && (nonTarget === "none" || nonTarget === "gone")) {
    return { response: "CR", reason: "all lesions are gone" };
  }
  if (facts.isAllGone) {
    return { response: "PR", reason: "target lesions are gone, the others are not known to be" };
  }
  if (10 * current <= 7 * baseline) {
    return { response: "PR", reason: "30 % or more below baseline" };
  }
  return { response: "SD", reason: describeStable(facts) };
}

/** Of a patient with non-target lesions alone (table 2). */
function judgeOthers(nonTarget: NonTargetState): JudgedPoint {
  if (nonTarget === "gone") return { response: "CR", reason: "all lesions are gone" };
  if (nonTarget === "present") {
    return { response: "non-CR/non-PD", reason: "no target lesion at baseline; others are there" };
  }
  return { response: "NE", reason: "no target lesion at baseline, and nothing told of others" };
}

function describeStable({ nadir, current }: Sums): string {
  const isGrown = 10 * current >= 12 * nadir && current > nadir;
  return isGrown
    ? "20 % above the smallest sum, but by less than 5 mm"
    : "neither response nor progression";
}
