/**
 * Numbers that states give to persons, known by their form: a date of birth and a serial number. Sources: Norway, forskrift om
 * folkeregistrering (fodselsnummer, D-number: day + 40, H-number: month + 40, made-up numbers: month + 80); Denmark, CPR-nummeret
 * (its check digit was given up in 2007); Sweden, SKV 704 (personnummer, samordningsnummer: day + 60; Luhn); Finland, DVV
 * (henkilotunnus, signs of the century since 2023).
 */

/**
 * True when the whole text is such a number: the date alone decides, because one that was mistyped tells as much. Where the digits
 * are written without a sign between them, a Swedish number has to have its check digit as well.
 */
export function isNationalNumber(text: string): boolean {
  const digits = text.replaceAll(/[-_. ]/gu, "");
  if (/^\d{6}[-_. ]?\d{5}$/u.test(text)) return beginsWithNorwegianDate(digits);
  if (/^\d{6}[-_. ]?\d{4}$/u.test(text)) {
    const isSwedish = isYearFirst(digits) && (/\D/u.test(text) || hasLuhnDigit(digits));
    return isDayFirst(digits, 0) || isSwedish;
  }
  if (/^(?:19|20)\d{6}[-_. ]?\d{4}$/u.test(text)) {
    return isYearFirst(digits.slice(2)) && hasLuhnDigit(digits.slice(2));
  }
  return (
    /^\d{6}[-+A-FU-Ya-fu-y]\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]$/u.test(text) && isDayFirst(text, 0)
  );
}

/** True when a text holds eleven digits on their own that are a Norwegian number, its check digits included. */
export function holdsNationalNumber(text: string): boolean {
  const runs = text.match(/(?<!\d)\d{6}[ ]?\d{5}(?!\d)/gu) ?? [];
  return runs
    .map((run) => run.replace(" ", ""))
    .some((digits) => beginsWithNorwegianDate(digits) && hasNorwegianDigits(digits));
}

function beginsWithNorwegianDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return isDayAndMonth(
    day > 40 ? day - 40 : day,
    month > 80 ? month - 80 : month > 40 ? month - 40 : month,
  );
}

function isDayFirst(digits: string, at: number): boolean {
  return isDayAndMonth(Number(digits.slice(at, at + 2)), Number(digits.slice(at + 2, at + 4)));
}

function isYearFirst(digits: string): boolean {
  const day = Number(digits.slice(4, 6));
  return isDayAndMonth(day > 60 ? day - 60 : day, Number(digits.slice(2, 4)));
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDayAndMonth(day: number, month: number): boolean {
  return day >= 1 && day <= (daysOfMonth[month - 1] ?? 0);
}

/** The first check digit may be 1 to 3 more from 2032 on, so that it is not held to one value. */
function hasNorwegianDigits(digits: string): boolean {
  const first = weigh(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11;
  return first <= 3 && weigh(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
