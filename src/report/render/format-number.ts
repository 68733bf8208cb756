/** Numbers as a report prints them: the same on every machine, whatever its locale. */

/** A count with its noun: `1 target`, `1,204 records`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : nouns}`;
}

/** A whole number with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A share of 0 to 1 in percent with one decimal: `38.4%`; below one percent with two digits: `0.05%`. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return `${Number((share * 100).toPrecision(2))}%`;
  return `${(share * 100).toFixed(1)}%`;
}

/** A difference or score with its sign, one decimal unless told: `+7.9`, `-0.4`, `0.0`. */
export function signed(value: number, decimals = 1): string {
  const text = value.toFixed(decimals);
  if (Number(text) === 0) return text.replace("-", "");
  return value > 0 ? `+${text}` : text;
}

/** A measured number with at most two decimals, without zeros at its end: `7`, `2.35`. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** A p or q value: three decimals down to 0.001, then `1.2e-8`. */
export function smallNumber(value: number): string {
  if (value >= 0.001) return value.toFixed(3);
  return value === 0 ? "below 1e-300" : value.toExponential(1);
}
