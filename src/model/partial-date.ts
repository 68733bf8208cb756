/** Dates as exactly as they are known: `2024-06-21`, `2024-06` or `2024`. */

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True of a date of the calendar that is written so; 2023-02-29 is none. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const longest = monthLengths[Number(month) - 1];
  if (longest === undefined) return false;
  if (day === undefined) return true;
  const isShortFebruary = month === "02" && !isLeap(Number(year));
  return Number(day) >= 1 && Number(day) <= longest - Number(isShortFebruary);
}

/** Negative when `a` is before `b`; 0 when they are equal as far as both are known. */
export function comparePartialDates(a: string, b: string): number {
  const known = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, known), b.slice(0, known)];
  return left < right ? -1 : Number(left > right);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
