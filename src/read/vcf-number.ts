/** Strict numbers of VCF: what is none is null, never 0 or NaN (VCF 4.3, section 1.3). */

const integer = /^[-+]?\d+$/;
const float = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/;
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

/** True for text that the header's Type allows; `.` is a missing value of every type. */
export function isOfType(text: string, type: string): boolean {
  if (text === ".") return true;
  if (type === "Integer") return integer.test(text);
  return type !== "Float" || float.test(text) || special.test(text);
}
