import type { PriorTherapy } from "../../model/prior-therapy.ts";
import { placeOf } from "../../model/problem.ts";
import { describePlace } from "./describe-place.ts";

/** The columns of the history in every format that people read. */
export const priorColumns = ["Therapy", "Known as", "When", "Verdict", "Why", "Read at"] as const;

/** One line of the history, a text for each of `priorColumns`. */
export function describePrior({
  given,
  drugs,
  start,
  end,
  verdict,
  reason,
  provenance,
}: PriorTherapy): string[] {
  const when = start === null && end === null ? "not stated" : `${start ?? "?"} to ${end ?? "?"}`;
  return [
    given,
    drugs.map(({ name }) => name).join(", ") || "not known to the knowledgebase: marks nothing",
    when,
    verdict,
    reason.text,
    describePlace(placeOf(provenance)),
  ];
}
