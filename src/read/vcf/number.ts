/** Strict numbers of VCF: what is none is null, never 0 or NaN (VCF 4.3, section 1.3). */

const integer = /^[-+]?\d+$/;
const float = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** One character, or one that is written as `%XX`. */
const character = /^(?:.|%[0-9a-f]{2})$/iu;
const special = /^[-+]?(?:inf|infinity|nan)$/i;

/** A count of reads or bases: digits only. Null when it is missing or no count. */
export function readCount(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,15}$/.test(text)) return null;
  return Number(text);
}

/** A finite number; null when it is missing or no finite number. */
export function readFloat(text: string | undefined): number | null {
  if (text === undefined || !float.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** True for `Inf` and `NaN` in any writing: a Float of VCF, and no number to count with. */
export function isSpecialNumber(text: string): boolean {
  return special.test(text);
}

/** True for text that the header's Type allows; `.` is a missing value of every type. */
export function isOfType(text: string, type: string): boolean {
  if (text === ".") return true;
  if (type === "Integer") return integer.test(text);
  if (type === "Character") return character.test(text);
  return type !== "Float" || float.test(text) || special.test(text);
}

const zero = 48;
const nine = 57;

/**
 * How many items a value has when each is a plain number of its type, of 1 to 9 characters and without a sign: most values of most
 * files, seen without making strings. 0 for every other value, which says nothing about it.
 */
export function countPlainItems(value: string, type: string): number {
  const isFloat = type === "Float";
  if (!isFloat && type !== "Integer") return 0;
  let items = 1;
  let size = 0;
  let digits = 0;
  let points = 0;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    size += 1;
    if (code >= zero && code <= nine) digits += 1;
    else if (code === 46 && isFloat) points += 1;
    else if (
      code === 44 &&
      isPlain(size - 1, digits, points) &&
      value.charCodeAt(index - 1) !== 46
    ) {
      items += 1;
      size = digits = points = 0;
    } else return 0;
  }
  return isPlain(size, digits, points) && value.charCodeAt(value.length - 1) !== 46 ? items : 0;
}

function isPlain(size: number, digits: number, points: number): boolean {
  return digits > 0 && size < 10 && points < 2;
}
