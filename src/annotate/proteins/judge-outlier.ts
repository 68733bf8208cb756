import type { Reason } from "../../model/verdict.ts";
import { leastSpread } from "../../model/rounding.ts";
import { judgeByPeerRule } from "./judge-by-peer-rule.ts";
import { judgeUndetected } from "./judge-undetected.ts";
import type { OutlierVerdict, OutlierQuestion, OutlierContext } from "./outlier-verdict.ts";

/**
 * The call of clinical 4.3 with its reason. What cannot be judged is `not assessable`: a missing value is
 * never low, and a number without a sufficient cohort is shown and not called.
 */
export function judgeOutlier(question: OutlierQuestion, context: OutlierContext): OutlierVerdict {
  const { support } = question;
  if (support.detection !== undefined) return judgeUndetected(question, context);
  const hindrance = findHindrance(question, context);
  if (hindrance !== null) return { call: "not assessable", reason: hindrance };
  return context.peerRule === undefined
    ? judgeNumbers(question, context)
    : judgeByPeerRule(support, context.peerRule);
}

function findHindrance(
  { gene, support }: OutlierQuestion,
  { sample, scale, shift, rule }: OutlierContext,
): Reason | null {
  const { n, missing } = support;
  if (support.value === null) {
    return {
      code: "not-measured",
      text: `${gene} was not measured in ${sample}; a missing value is not a low one.`,
    };
  }
  if (n + missing === 0) {
    const shown = scale === "score" ? support.value : support.modifiedZ;
    const given = shown === null ? "" : `; ${scale} ${fixed(shown)} as given by the file is shown`;
    return {
      code: "no-reference-cohort",
      text: `No reference cohort: the table has no sample beside ${sample}${given}.`,
    };
  }
  if (n < rule.cohortToCompute) {
    return {
      code: "cohort-too-small",
      text: `Reference samples with a value of ${gene}: ${n}; nothing is computed below ${rule.cohortToCompute}.`,
    };
  }
  if (missing > rule.missingShare * (n + missing)) {
    return {
      code: "cohort-missing-values",
      text: `${gene} is missing in ${missing} of ${n + missing} reference samples, more than ${percent(rule.missingShare)}.`,
    };
  }
  if (support.modifiedZ === null) {
    return {
      code: "cohort-constant",
      text: `All ${n} reference samples have one value of ${gene} (no spread above ${leastSpread}), so there is no scale to measure on.`,
    };
  }
  if (n < rule.cohortToCall) {
    return {
      code: "cohort-small",
      text: `${gene} is measured in ${n} reference samples; numbers are shown, a call needs ${rule.cohortToCall}.`,
    };
  }
  if (shift.state === "exceeded") {
    return {
      code: "sample-shifted",
      text: `The whole sample lies ${fixed(shift.median ?? 0)} from its cohort (median of ${shift.genes} genes, limit ${rule.sampleShift}), so no single protein is called.`,
    };
  }
  return null;
}

function judgeNumbers(
  { what, support }: OutlierQuestion,
  { molecule, scale, rule }: OutlierContext,
): OutlierVerdict {
  const { log2Fold, n, tested } = support;
  const modifiedZ = support.modifiedZ ?? 0;
  const q = support.q ?? 1;
  const sign = Math.sign(modifiedZ);
  const short: string[] = [];
  if (!(q < rule.q)) short.push(`q ${significant(q)} is not below ${rule.q}`);
  if (!(Math.abs(modifiedZ) >= rule.modifiedZ)) {
    short.push(`|modified z| ${fixed(Math.abs(modifiedZ))} is below ${rule.modifiedZ}`);
  }
  // Values of z or a score have no fold; there the two other conditions decide, and the reason says so.
  if (log2Fold !== null && !(sign * log2Fold >= rule.log2Fold)) {
    short.push(`|log2 fold| ${fixed(Math.abs(log2Fold))} is below ${rule.log2Fold}`);
  }
  const foldless =
    log2Fold === null ? `; the scale ${scale} has no fold, so that rule does not apply` : "";
  if (short.length > 0) {
    const text = `${what} is no outlier among ${n} reference samples: ${short.join(", ")}${foldless}.`;
    return { call: "none", reason: { code: "no-outlier", text } };
  }
  const call = sign > 0 ? "up" : "down";
  const side = call === "up" ? "above" : "below";
  const distance = log2Fold === null ? "" : `${fixed(Math.abs(log2Fold))} log2 `;
  const fallback =
    support.scaleUsed === "MAD"
      ? ""
      : "; more than half of them have one value, so the mean absolute deviation is the scale";
  const text = `${what} lies ${distance}${side} the median of ${n} reference samples (modified z ${fixed(modifiedZ)}, q ${significant(q)} over ${tested} ${molecule === "phosphosite" ? "sites" : "genes"}${fallback}${foldless}).`;
  return { call, reason: { code: `outlier-${call}`, text } };
}

const fixed = (value: number): string => value.toFixed(2);
const significant = (value: number): string => String(Number(value.toPrecision(2)));
const percent = (share: number): string => `${Math.round(share * 100)} %`;
