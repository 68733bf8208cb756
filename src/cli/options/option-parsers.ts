import { InvalidArgumentError } from "commander";
import { isPartialDate } from "../../model/partial-date.ts";

/** For an option that may be given several times. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/** One of these words, given once: of two nobody could tell which is meant. */
export function onceOf(choices: readonly string[]) {
  return (value: string, previous: string | undefined): string => {
    if (!choices.includes(value)) {
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.`);
    }
    if (previous === undefined) return value;
    throw new InvalidArgumentError(
      "It is given twice, and standard output takes one; -o FILE writes each to its own file.",
    );
  };
}

/** A fraction above 0 to 1, as `0.65`, or commander's usage error. */
export function fraction(text: string): number {
  const value = readDecimal(text);
  if (value === null || value <= 0 || value > 1) {
    throw new InvalidArgumentError("Expected a number above 0 and at most 1, such as 0.65.");
  }
  return value;
}

/** A number above 0 to 20, as `2.1`, or commander's usage error. */
export function ploidyNumber(text: string): number {
  const value = readDecimal(text);
  if (value === null || value <= 0 || value > 20) {
    throw new InvalidArgumentError("Expected a number above 0 and at most 20, such as 2.1.");
  }
  return value;
}

/** Megabases above 0 to 3,500, as `34.2`, or commander's usage error. */
export function megabases(text: string): number {
  const value = readDecimal(text);
  if (value === null || value <= 0 || value > 3500) {
    throw new InvalidArgumentError("Expected megabases above 0 and at most 3500, such as 34.2.");
  }
  return value;
}

/** A ratio above 0 to 10, as `1.3`, or commander's usage error. */
export function ratioNumber(text: string): number {
  const value = readDecimal(text);
  if (value === null || value <= 0 || value > 10) {
    throw new InvalidArgumentError("Expected a number above 0 and at most 10, such as 1.3.");
  }
  return value;
}

function readDecimal(text: string): number | null {
  return /^\d{1,9}(?:\.\d{1,9})?$/u.test(text) ? Number(text) : null;
}

/** A whole number of at least 0, or commander's usage error. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** A whole number of at least 1, or commander's usage error. */
export function countingNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) {
    throw new InvalidArgumentError("Expected a whole number of at least 1.");
  }
  return Number(text);
}

/** More than any machine gains from. Over tens of thousands V8 ends the whole process, and nothing can be said. */
const mostThreads = 256;

/** A number of threads, or commander's usage error. */
export function threadCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(text) || Number(text) > mostThreads) {
    throw new InvalidArgumentError(
      `Expected a whole number of at least 1 and at most ${mostThreads}.`,
    );
  }
  return Number(text);
}

/** A SHA-256 in hexadecimal, or commander's usage error. */
export function digestText(text: string): string {
  const digest = text.toLowerCase();
  if (/^[0-9a-f]{64}$/u.test(digest)) return digest;
  throw new InvalidArgumentError("Expected a SHA-256: 64 hexadecimal digits.");
}

/** A date as exactly as it is known, `2017-11-30` or `2017`, or commander's usage error. */
export function dayText(text: string): string {
  if (isPartialDate(text)) return text;
  throw new InvalidArgumentError("Expected a date, as YYYY-MM-DD, YYYY-MM or YYYY.");
}
