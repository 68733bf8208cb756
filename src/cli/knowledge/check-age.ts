import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { compareText } from "../../model/order.ts";
import { refuse } from "../../model/refusal.ts";

/**
 * Age in whole days, by the wall clock, of the oldest source that statements are from: a new package of old evidence is old.
 * In a run the only use of today's date, and never part of a report. Throws Refusal "knowledgebase" above `maximum`.
 */
export function checkAge(knowledgebase: Knowledgebase, maximum: number | undefined): void {
  if (maximum === undefined) return;
  const used = new Set(knowledgebase.statements.map(({ source }) => source.name));
  const dates = knowledgebase.sources.filter(({ name }) => used.has(name)).map(({ date }) => date);
  const [oldest = knowledgebase.date] = dates.toSorted(compareText);
  const age = Math.floor((Date.now() - Date.parse(oldest)) / 86_400_000);
  if (age <= maximum) return;
  throw refuse(
    "knowledgebase",
    "knowledgebase-too-old",
    `the oldest evidence of the knowledgebase is of ${oldest}, ${age} days ago; --kb-max-age allows ${maximum}`,
    { hint: "Install a newer version, or raise --kb-max-age." },
  );
}
