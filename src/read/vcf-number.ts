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
