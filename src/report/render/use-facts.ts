import type { MatchingScore } from "../../model/matching-score.ts";
import type { Target } from "../../model/report.ts";
import { plural } from "./format-number.ts";

/** Level of the NCT/DKTK boards, matching score, on label or not, by which reasons of DRUP it is actionable, and where its statements conflict; nothing in reports that do not say. */
export function useFacts({
  onLabel,
  actionability = [],
  balance,
  nct,
  matchingScore,
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
    ...(balance?.conflict === true ? [{ term: "Conflict", value: balance.reason.text }] : []),
  ];
}

/** `43%, low: 3 of 7 characterized alterations`. */
function describeScore({ matched, characterized, score, bucket }: MatchingScore): string {
  if (score === null) return "not computable: no alteration is characterized";
  const share = `${Math.round(score * 100)}%, ${bucket}`;
  return `${share}: ${matched} of ${plural(characterized, "characterized alteration")}`;
}
