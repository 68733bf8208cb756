import type { PeriodLengths } from "./judge-ratio.ts";

const daysOfMonth = 365.25 / 12;
const leastA = 2 * daysOfMonth;
const longB = 6 * daysOfMonth;
const added = 0.25 * daysOfMonth;

/**
 * Lengths for the modified ratio of the R package prophets: a period A of less than 2 months counts as 2, and a period B of more than 6
 * months whose ratio falls short counts as just enough. It turns failures into successes, and is for comparison only.
 */
export function modifyLengths(lengths: PeriodLengths, threshold: number): PeriodLengths {
  const { daysA, daysB } = lengths;
  if (daysA === null || daysB === null) return lengths;
  const floored = Math.max(daysA, leastA);
  const isRaised = daysB > longB && daysB / floored < threshold;
  return { ...lengths, daysA: floored, daysB: isRaised ? floored * threshold + added : daysB };
}
