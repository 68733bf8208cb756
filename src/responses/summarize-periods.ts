import { daysBetween } from "../model/calendar-date.ts";
import type { DatedEntry, EntryOf } from "../model/response-event.ts";
import type { Period } from "../model/response-terms.ts";
import type { PeriodSummary, ResponsePoint } from "../model/response-summary.ts";

/**
 * Both periods in days. A ends in a progression that was told; B also in the first progression that its measurements show, or in
 * death, whichever is first. Without any of them B lasts, as far as known, until the last day that the patient was seen.
 */
export function summarizePeriods(
  entries: readonly DatedEntry[],
  points: readonly ResponsePoint[],
): PeriodSummary[] {
  return entries
    .filter((entry): entry is EntryOf<"start"> => entry.event === "start")
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .map((start) => {
      const seen = start.period === "B" ? points.filter(({ response }) => response !== "NE") : [];
      const ending = findEnding(start, entries, seen);
      const stop = ofPeriod(entries, start.period).find((entry) => entry.event === "stop");
      return {
        period: start.period,
        therapy: start.therapy,
        start: start.date,
        ...ending,
        days: ending.end === null ? null : daysBetween(start.date, ending.end),
        lastSeen:
          daysSeen(start, entries, seen).findLast(
            (day) => ending.end !== null && day < ending.end,
          ) ?? start.date,
        stopped: stop === undefined ? null : { date: stop.date, reason: stop.reason },
        scanDays: findScanDays(start, entries, seen),
      };
    });
}

function ofPeriod(entries: readonly DatedEntry[], period: Period) {
  return entries.filter((entry) => "period" in entry && entry.period === period);
}

type Ending = Pick<PeriodSummary, "end" | "endedBy">;

function findEnding(
  start: EntryOf<"start">,
  entries: readonly DatedEntry[],
  seen: readonly ResponsePoint[],
): Ending {
  const told = ofPeriod(entries, start.period).find((entry) => entry.event === "progression");
  const measured = seen.find(({ response }) => response === "PD");
  const progressions = [told?.date, measured?.date].filter((date) => date !== undefined).toSorted();
  const [end] = progressions;
  if (end !== undefined) return { end, endedBy: "progression" };
  const death = entries.find((entry) => entry.event === "death");
  if (start.period === "B" && death !== undefined) return { end: death.date, endedBy: "death" };
  const last = daysSeen(start, entries, seen).at(-1);
  return last === undefined ? { end: null, endedBy: null } : { end: last, endedBy: "censored" };
}

/** Days after the start on which the patient was seen, ascending. */
function daysSeen(
  start: EntryOf<"start">,
  entries: readonly DatedEntry[],
  seen: readonly ResponsePoint[],
): string[] {
  const assessed = ofPeriod(entries, start.period).filter((entry) => entry.event === "assessment");
  const days = [...assessed, ...seen].map(({ date }) => date).filter((date) => date > start.date);
  return [...new Set(days)].toSorted();
}

function findScanDays(
  start: EntryOf<"start">,
  entries: readonly DatedEntry[],
  seen: readonly ResponsePoint[],
): PeriodSummary["scanDays"] {
  if (start.scanDays !== undefined) return { days: start.scanDays, from: "plan" };
  const days = [start.date, ...daysSeen(start, entries, seen)];
  const gaps = days
    .slice(1)
    .map((day, at) => daysBetween(days[at] ?? day, day))
    .toSorted((a, b) => a - b);
  const middle = gaps[Math.floor((gaps.length - 1) / 2)];
  return middle === undefined ? null : { days: middle, from: "assessments" };
}
