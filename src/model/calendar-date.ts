/** Days of the Gregorian calendar as plain numbers: no clock, no time zone, no locale. */

/**
 * Days from 1970-01-01 to a date that is written `2026-03-01`; differences of two are whole days. The date is taken as valid.
 * Source: the algorithm days_from_civil of H. Hinnant, "chrono-compatible low-level date algorithms".
 */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** Whole days from one date to another; negative when the second is the earlier one. */
export function daysBetween(first: string, second: string): number {
  return dayNumber(second) - dayNumber(first);
}
