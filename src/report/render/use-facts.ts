import type { MatchingScore } from "../../model/matching-score.ts";
import type { Experience } from "../../model/experience.ts";
import type { Target } from "../../model/report.ts";
import { plural } from "./format-number.ts";

/** Level of the NCT/DKTK boards, matching score, on label or not, by which reasons of DRUP it is actionable, what became of others, and where its statements conflict; nothing in reports that do not say. */
export function useFacts({
  onLabel,
  actionability = [],
  balance,
  nct,
  matchingScore,
  experience,
}: Target): { term: string; value: string }[] {
  const reasons = actionability.map(({ text }) => text).join("; ");
  return [
    ...(nct === undefined
      ? []
      : [{ term: "NCT/DKTK level", value: `${nct.label}: ${nct.reason.text}` }]),
    ...(matchingScore === undefined
      ? []
      : [{ term: "Matching score", value: describeScore(matchingScore) }]),
    ...(onLabel === undefined ? [] : [{ term: "On label", value: onLabel.text }]),
    ...(reasons === "" ? [] : [{ term: "Actionable by (DRUP)", value: reasons }]),
    ...(experience === undefined
      ? []
      : [{ term: "In this study", value: describeExperience(experience) }]),
    ...(balance?.conflict === true ? [{ term: "Conflict", value: balance.reason.text }] : []),
  ];
}

/** `2 others treated on it: 1 benefit, 1 undetermined (ratio >= 1.3; no part of the ranking)`. */
function describeExperience(experience: Experience): string {
  const {
    rule,
    treated,
    benefit,
    noBenefit,
    undetermined,
    notComputable,
    stoppedEarly = 0,
  } = experience;
  const verdicts = [
    `${benefit} benefit`,
    `${noBenefit} no benefit`,
    `${undetermined} undetermined`,
    `${notComputable} not computable`,
  ].filter((words) => !words.startsWith("0 "));
  const early =
    stoppedEarly === 0
      ? ""
      : `; ${plural(stoppedEarly, "ratio")} with time after a therapy was stopped`;
  return `${plural(treated, "other patient")} treated on it: ${verdicts.join(", ")} (${rule}${early}; no part of the ranking)`;
}

/** `43%, low: 3 of 7 characterized alterations`. */
function describeScore({ matched, characterized, score, bucket }: MatchingScore): string {
  if (score === null) return "not computable: no alteration is characterized";
  const share = `${Math.round(score * 100)}%, ${bucket}`;
  return `${share}: ${matched} of ${plural(characterized, "characterized alteration")}`;
}
