import type { RatioRule } from "../../../model/response-summary.ts";

/** More decimals than this tell nothing of whole days. */
const mostDecimals = 6;

/**
 * A ratio with two decimals, and with more where two would put it on the other side of the threshold or upon it: 1.299 is not printed
 * as 1.30 where the threshold is 1.3.
 */
export function formatRatio(ratio: number, { threshold }: RatioRule): string {
  const side = Math.sign(ratio - threshold);
  for (let decimals = 2; decimals < mostDecimals; decimals += 1) {
    const text = ratio.toFixed(decimals);
    if (Math.sign(Number(text) - threshold) === side) return text;
  }
  return ratio.toFixed(mostDecimals);
}

/** The rule in words: `ratio >= 1.3`. */
export function formatRule({ threshold, operator }: RatioRule): string {
  return `ratio ${operator === "ge" ? ">=" : ">"} ${threshold}`;
}
