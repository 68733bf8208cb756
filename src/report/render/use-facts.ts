import type { Target } from "../../model/report.ts";

/** On label or not, by which reasons of DRUP it is actionable, and where its statements conflict; nothing in reports that do not say. */
export function useFacts({
  onLabel,
  actionability = [],
  balance,
}: Target): { term: string; value: string }[] {
  const reasons = actionability.map(({ text }) => text).join("; ");
  return [
    ...(onLabel === undefined ? [] : [{ term: "On label", value: onLabel.text }]),
    ...(reasons === "" ? [] : [{ term: "Actionable by (DRUP)", value: reasons }]),
    ...(balance?.conflict === true ? [{ term: "Conflict", value: balance.reason.text }] : []),
  ];
}
