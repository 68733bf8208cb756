/** A time, and whether it ended in the event; else it is only known to be longer. */
export interface ObservedTime {
  readonly time: number;
  readonly isEnded: boolean;
}

/** The 97.5th percentile of the normal distribution: 95 % two-sided. */
const z95 = 1.959963984540054;

/** A share, with its interval where one can be told. */
interface SurvivalEstimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Share of times that reach a point, after Kaplan and Meier (1958, J Am Stat Assoc 53:457), with Greenwood's variance on the scale of the
 * logarithm, which is what survfit of R gives by default. `isBefore` tells which times fall short of the point. Null where nobody was
 * followed up to the point: then nothing is known of it. A share of 0 or 1 has no interval.
 */
export function kaplanMeier(
  times: readonly ObservedTime[],
  isBefore: (time: number) => boolean,
): SurvivalEstimate | null {
  const events = times.filter(({ time, isEnded }) => isEnded && isBefore(time));
  const moments = [...new Set(events.map(({ time }) => time))].toSorted((a, b) => a - b);
  let value = 1;
  let variance = 0;
  for (const moment of moments) {
    const atRisk = times.filter(({ time }) => time >= moment).length;
    const ended = events.filter(({ time }) => time === moment).length;
    value *= 1 - ended / atRisk;
    variance += ended / (atRisk * (atRisk - ended));
  }
  const isReached = times.some(({ time }) => !isBefore(time));
  if (value > 0 && !isReached) return null;
  if (value === 0 || value === 1) return { value, low: null, high: null };
  const factor = Math.exp(z95 * Math.sqrt(variance));
  return { value, low: value / factor, high: Math.min(1, value * factor) };
}
