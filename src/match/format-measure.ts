/** Numbers as a board reads them: no locale, few digits. */

/** A fraction from 0 to 1 as percent with one decimal, none when it is zero, and two digits below one percent: `31.5%`, `1%`, `0.05%`. */
export function formatPercent(fraction: number): string {
  if (fraction > 0 && fraction < 0.01) return `${Number((fraction * 100).toPrecision(2))}%`;
  return `${trimZeros((fraction * 100).toFixed(1))}%`;
}

/** One decimal, without `-0` and without a trailing `.0`: z scores and fold changes. */
export function formatDecimal(value: number): string {
  const text = trimZeros(value.toFixed(1));
  return text === "-0" ? "0" : text;
}

/** A probability with two significant digits: `0.0012`, `0.05`; below 0.0001 as `1.2e-7`. */
export function formatProbability(value: number): string {
  if (value === 0) return "0";
  return value < 1e-4 ? value.toExponential(1) : String(Number(value.toPrecision(2)));
}

function trimZeros(text: string): string {
  return text.endsWith(".0") ? text.slice(0, -2) : text;
}
