import { compareText } from "../model/order.ts";
import type { DatedEntry, EntryOf } from "../model/response-event.ts";

/** Gives the id of a drug or a regimen by one of its names; null: the name is not known. */
export type FindDrug = (name: string) => string | null;

/**
 * A therapy as it is compared: its drugs, joined by `+` in the text, by their ids where they are known, else by their names without
 * regard to capitals and spaces; their order tells nothing.
 */
export function therapyKey(therapy: string, findDrug: FindDrug): string {
  const names = therapy.split("+").map((name) => name.trim());
  return names
    .filter((name) => name !== "")
    .map((name) => findDrug(name) ?? name.toLowerCase().replaceAll(/[\s-]+/gu, "-"))
    .toSorted(compareText)
    .join("+");
}

/** True where a therapy is that of a target, which tells it by its id and by a label. */
export function isTherapyOf(
  { therapy }: EntryOf<"target">,
  given: string,
  findDrug: FindDrug,
): boolean {
  const key = therapyKey(given, findDrug);
  return [therapy.id, therapy.label].some((name) => therapyKey(name, findDrug) === key);
}

/** What was given in period B and what the target names, where the two names are not of one therapy; null: they are, or one is not told. */
export function findOtherTherapy(
  entries: readonly DatedEntry[],
): { readonly given: string; readonly chosen: string } | null {
  const start = entries.find((entry) => entry.event === "start" && entry.period === "B");
  const target = entries.findLast((entry) => entry.event === "target");
  if (start?.event !== "start" || target?.event !== "target") return null;
  // Names alone: the record knows no drugs, and synonyms are for the reader to see through.
  const isSame = isTherapyOf(target, start.therapy, () => null);
  return isSame ? null : { given: start.therapy, chosen: target.therapy.label };
}
