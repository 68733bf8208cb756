import type { OutlierThresholds } from "./outlier-thresholds.ts";
import type { Reference } from "./reference.ts";
import type { ProteinRow } from "../../read/protein-reader.ts";

/** How many of the proteins that a cohort commonly detects the case detects too, one of them left aside. */
export interface SampleDetection {
  /** `not checked`: too few proteins are commonly detected. */
  readonly state: "within" | "failed" | "not checked";
  /** Proteins that the case has a value of. */
  readonly detected: number;
  /** Proteins that the cohort detects as often as a call asks for. */
  readonly common: number;
}

/** As few as make the median of the shift: below, two proteins of one lost region would be a tenth of the sample. */
const fewestProteins = 10;

/**
 * Whether the case detects what its cohort commonly detects. What is missing counts as not detected, declared or not: of a sample that
 * failed, the lack of any one protein says nothing. The limit is that of the cohort: what nine of ten samples detect, a sample lacks in
 * one of ten proteins on average, and one that lacks more is worse than its cohort.
 */
export function makeSampleDetection(
  rows: readonly ProteinRow[],
  reference: Pick<Reference, "detectionOf">,
  { cohortToCall, detectedShare }: Pick<OutlierThresholds, "cohortToCall" | "detectedShare">,
): (asked: ProteinRow) => SampleDetection {
  let common: { readonly rows: ReadonlySet<ProteinRow>; readonly detected: number } | null = null;
  const findCommon = (): NonNullable<typeof common> => {
    const found = rows.filter((row) => {
      const { detected, samples } = reference.detectionOf(row);
      return samples >= cohortToCall && detected / samples >= detectedShare;
    });
    const detected = found.filter(({ value }) => value !== null).length;
    return { rows: new Set(found), detected };
  };
  return (asked) => {
    common ??= findCommon();
    const isCommon = common.rows.has(asked);
    const others = common.rows.size - (isCommon ? 1 : 0);
    const detected = common.detected - (isCommon && asked.value !== null ? 1 : 0);
    const counts = { detected, common: others };
    if (others < fewestProteins) return { state: "not checked", ...counts };
    return { state: detected / others < detectedShare ? "failed" : "within", ...counts };
  };
}
