/** A strip plot in words: its text alternative and its caption. */
import type { Report, Target } from "../../model/report.ts";
import type { Strip } from "../../model/verification.ts";
import { decimal, grouped } from "./format-number.ts";

/** `ERBB2 protein among its cohort`. */
export function nameStrip({ name }: Strip): string {
  return `${name} among its cohort`;
}

/** The numbers of the drawing, for who does not see it. */
export function summarizeStrip({ value, values, n, median, limits }: Strip): string {
  const [lowest, highest] = [values[0] ?? median, values.at(-1) ?? median];
  const call =
    limits === null ? "" : `; limits of a call ${decimal(limits.low)} and ${decimal(limits.high)}`;
  return `Case ${decimal(value)}; ${grouped(n)} samples from ${decimal(lowest)} to ${decimal(highest)}, median ${decimal(median)}${call}.`;
}

/** What is drawn and by which sign. */
export function describeStrip(strip: Strip): string {
  const { name, value, median, n, cohort, file, limits, shown, values } = strip;
  const dots =
    shown === "values"
      ? "A dot is a sample"
      : `${grouped(values.length)} dots stand for quantiles of the samples`;
  const call =
    limits === null
      ? "no limits of a call can be drawn."
      : `dashed, the limits of a call (${decimal(limits.low)} and ${decimal(limits.high)}; q decides besides).`;
  return (
    `${name} in ${file}: ${decimal(value)} in the case (diamond), median ${decimal(median)} (line) of the cohort ` +
    `(${cohort}, n ${grouped(n)}). ${dots}; ${call}`
  );
}

/** The strips of the measurements that the verdict on a target rests on, each once. */
export function stripsOf(target: Target, strips: Report["strips"] = []): Strip[] {
  const ids = new Set(target.verification.measurements.flatMap(({ strip }) => strip ?? []));
  return strips.filter(({ id }) => ids.has(id));
}
