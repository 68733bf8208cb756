import type { EntryOf, ResponseEntry } from "../model/response-event.ts";
import type { NumberedEvent } from "./effective-events.ts";
import { spellingFree } from "./spelling-free.ts";

/**
 * Why a readout of ctDNA cannot be added, as a sentence; null when it can. One assay has one value of a variant on a day: of two
 * the change would be computed from whichever stands later. `events` are those of the case that count, the entry included.
 */
export function findRepeatedReading(
  entry: ResponseEntry,
  events: readonly NumberedEvent[],
): string | null {
  if (entry.event !== "ctdna") return null;
  const names = entry.readings.map(({ variant }) => spellingFree(variant));
  const twice = entry.readings.find(
    ({ variant }, at) => names.indexOf(spellingFree(variant)) !== at,
  );
  if (twice !== undefined) {
    return `the ctdna of ${entry.date} names ${twice.variant} twice; one assay has one value of a variant on a day`;
  }
  const others = events.filter(
    (each): each is NumberedEvent & { entry: EntryOf<"ctdna"> } =>
      each.entry.event === "ctdna" && each.entry !== entry,
  );
  for (const { seq, entry: other } of others) {
    if (other.date !== entry.date || spellingFree(other.assay) !== spellingFree(entry.assay))
      continue;
    const known = new Set(other.readings.map(({ variant }) => spellingFree(variant)));
    const again = entry.readings.find(({ variant }) => known.has(spellingFree(variant)));
    if (again === undefined) continue;
    return `line ${seq} has ${again.variant} of ${entry.date} by ${other.assay} already; correct that line (--corrects) instead of adding another`;
  }
  return null;
}
