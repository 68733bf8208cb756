/** The geometry of a strip plot: numbers to places, the same on every machine. */
import type { Strip } from "../../model/verification.ts";

export interface StripScale {
  /** Place of a value between `left` and `right`, to one decimal. */
  x(value: number): number;
  /** Round values inside the range, ascending. */
  readonly ticks: readonly number[];
}

/** Room beside the outermost value, as a share of the range. */
const margin = 0.05;
const mostTicks = 6;

/** Covers the cohort, the case and the limits of a call. A range of one value is widened by half a unit on either side. */
export function scaleStrip(strip: Strip, [left, right]: readonly [number, number]): StripScale {
  const { values, value, median, limits } = strip;
  const shown = [values[0] ?? value, values.at(-1) ?? value, value, median];
  if (limits !== null) shown.push(limits.low, limits.high);
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const room = high > low ? (high - low) * margin : 0.5;
  const [from, to] = [low - room, high + room];
  return {
    x: (each) => Number((left + ((each - from) / (to - from)) * (right - left)).toFixed(1)),
    ticks: ticksBetween(from, to),
  };
}

/** Steps of 1, 2 or 5 times a power of ten, so that there are at most six. */
function ticksBetween(from: number, to: number): number[] {
  const power = 10 ** Math.floor(Math.log10((to - from) / mostTicks));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((each) => (to - from) / each <= mostTicks) ??
    power;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: count }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/**
 * Height of the dot at an index, -0.5 to 0.5: multiples of the golden ratio spread neighbors apart, and no dot moves from one
 * rendering to the next.
 */
export function spread(index: number): number {
  return ((index * 0.6180339887) % 1) - 0.5;
}
