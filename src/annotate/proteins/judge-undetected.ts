import type { OutlierSupport } from "../../model/observation.ts";
import { showShare } from "../../model/show-share.ts";
import type { Reason } from "../../model/verdict.ts";
import type { OutlierContext, OutlierQuestion, OutlierVerdict } from "./outlier-verdict.ts";

type Detection = NonNullable<OutlierSupport["detection"]>;

/**
 * The call of a row that the file declares not detected (clinical 4.3): low without a z where nine of ten reference samples detect the
 * protein. It is left-censored: how low is unknown, so elsewhere it is not assessable. A sample that lies off its cohort, or that fails
 * to detect much of what the cohort detects, makes no call; nor do phosphosites and RNA, of which the rule does not speak.
 */
export function judgeUndetected(
  { what, row, support }: OutlierQuestion,
  context: OutlierContext,
): OutlierVerdict {
  const { detection } = support;
  if (detection === undefined) throw new Error("only a declared row is judged by its detection");
  const said = `${what} was not detected in ${context.sample} (${detection.by})`;
  const hindrance = findHindrance(context, { row, said, detection });
  if (hindrance !== null) return { call: "not assessable", reason: hindrance };
  const text = `${said}, and ${detection.detected} of ${detection.samples} reference samples detect it: not detected (cohort ${showShare(detection)}); it is low without a z, which a value below the limit does not allow.`;
  return { call: "down", reason: { code: "not-detected", text } };
}

function findHindrance(
  { molecule, scale, shift, sampleDetection, rule, peerRule }: OutlierContext,
  {
    row,
    said,
    detection,
  }: Pick<OutlierQuestion, "row"> & { readonly said: string; readonly detection: Detection },
): Reason | null {
  const { detected, samples } = detection;
  const least = `${rule.detectedShare * 100} %`;
  if (molecule !== "protein") {
    return {
      code: "not-detected-no-protein",
      text: `${said}; only a protein is called low for that, not ${molecule === "phosphosite" ? "a phosphosite" : "other molecules"}.`,
    };
  }
  if (peerRule !== undefined) {
    return {
      code: "not-detected-peer-rule",
      text: `${said}; the rule ${peerRule} has no call without a value.`,
    };
  }
  if (samples === 0) {
    return {
      code: "no-reference-cohort",
      text: `${said}; there is no reference cohort that would tell how often it is detected.`,
    };
  }
  if (detected / samples < rule.detectedShare) {
    return {
      code: "not-detected-rare",
      text: `${said}; ${detected} of ${samples} reference samples (${showShare(detection)}) detect it, and it is called low only where ${least} do.`,
    };
  }
  // The values are not compared, so that the samples count that were looked at, and not those with a value.
  if (samples < rule.cohortToCall) {
    return {
      code: "cohort-small",
      text: `${said}; the cohort has ${samples} samples, a call needs ${rule.cohortToCall}.`,
    };
  }
  if (shift.state === "exceeded") {
    return {
      code: "sample-shifted",
      text: `${said}; the whole sample lies ${(shift.median ?? 0).toFixed(2)} from its cohort (median of ${shift.genes} genes, limit ${rule.sampleShift} on the scale ${scale}), so no single protein is called.`,
    };
  }
  const sampleWide = sampleDetection(row);
  const counts = `${sampleWide.detected} of the ${sampleWide.common} other proteins that ${least} of the cohort detect`;
  if (sampleWide.state === "not checked") {
    return {
      code: "sample-detection-unknown",
      text: `${said}; the table has too few proteins that ${least} of the cohort detect (${sampleWide.common}) to tell a lost protein from a failed sample.`,
    };
  }
  if (sampleWide.state === "failed") {
    return {
      code: "sample-detection-low",
      text: `${said}; the sample detects only ${counts}, fewer than ${least}, so the lack of one protein says nothing.`,
    };
  }
  return null;
}
