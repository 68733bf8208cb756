import { InvalidArgumentError } from "commander";

/** For an option that may be given several times. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
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
