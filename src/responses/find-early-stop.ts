import { daysBetween } from "../model/calendar-date.ts";
import type { PeriodSummary, ResponseSummary } from "../model/response-summary.ts";
import type { StopReason } from "../model/response-terms.ts";

/** A therapy that was over before its period was. */
export interface EarlyStop {
  readonly reason: StopReason;
  /** Whole days from the start of the period to the stop. */
  readonly days: number;
}

/** The stop of a period that went on without the therapy until progression, death or the last assessment; null: none. */
export function findEarlyStop({ stopped, start, end }: PeriodSummary): EarlyStop | null {
  if (stopped === null || end === null || stopped.date >= end) return null;
  // A progression that was seen first, and whose day by imaging or another basis came later, is no other end.
  if (stopped.reason === "progression" || stopped.reason === "death") return null;
  return { reason: stopped.reason, days: daysBetween(start, stopped.date) };
}

/** Whether a ratio counts time of either period without its therapy. */
export function countsTimeWithout({ verdict, periods }: ResponseSummary): boolean {
  return verdict.ratio !== null && periods.some((period) => findEarlyStop(period) !== null);
}

/**
 * The reason for which the therapy of period A ended, where that was not progression: it then has no progression-free survival to compare
 * with, whatever followed without it. A course that was given as planned is measured to the progression after it, as trials do.
 */
export function findEarlyEnd(period: PeriodSummary): StopReason | null {
  const stop = findEarlyStop(period);
  return stop === null || stop.reason === "completed" ? null : stop.reason;
}
