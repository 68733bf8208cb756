/** A strip plot in words: its text alternative and its caption. */
import type { Report, Target } from "../../model/report.ts";
import type { Strip } from "../../model/verification.ts";
import { decimal, grouped } from "./format-number.ts";

/** `ERBB2 protein among its cohort`. */
export function nameStrip({ name }: Strip): string {
  return `${name} among its cohort`;
}

/** The numbers of the drawing, for who does not see it. */
export function summarizeStrip(strip: Strip): string {
  const { value, values, n, median, limits } = strip;
  const axis = nameAxis(strip);
  const [lowest, highest] = [values[0] ?? median, values.at(-1) ?? median];
  const call =
    limits === null ? "" : `; limits of a call ${decimal(limits.low)} and ${decimal(limits.high)}`;
  const unit = axis === null ? "" : `${axis.charAt(0).toUpperCase()}${axis.slice(1)}. `;
  return `${unit}Case ${decimal(value)}; ${grouped(n)} samples from ${decimal(lowest)} to ${decimal(highest)}, median ${decimal(median)}${call}.`;
}

/** Scales as a reader names them; NPX is Olink's log2 unit, and 1 is added before the logarithm of RNA is taken. */
const scaleNames: ReadonlyMap<string, string> = new Map([
  ["log2-ratio", "log2 ratio"],
  ["log2-intensity", "log2 intensity"],
  ["log2-tpm", "log2(TPM + 1)"],
  ["log2-counts", "log2(count + 1)"],
  ["npx", "NPX (log2)"],
]);

/** What the axis measures; null in a stored report that does not say. */
export function nameAxis({ scale }: Strip): string | null {
  return scale === undefined ? null : (scaleNames.get(scale) ?? scale);
}

/** What is drawn and by which sign. */
export function describeStrip(strip: Strip): string {
  const { name, value, median, n, cohort, file, limits, shown, values } = strip;
  const axis = nameAxis(strip);
  const dots =
    shown === "values"
      ? "A dot is a sample"
      : `${grouped(values.length)} dots stand for quantiles of the samples`;
  const call =
    limits === null
      ? "no limits of a call can be drawn."
      : `dashed, the limits of a call (${decimal(limits.low)} and ${decimal(limits.high)}; q decides besides).`;
  return (
    `${name} in ${file}${axis === null ? "" : `, ${axis}`}: ${decimal(value)} in the case (diamond), median ${decimal(median)} (line) of the cohort ` +
    `(${cohort}, n ${grouped(n)}). ${dots}; ${call}`
  );
}

/** A strip of a target, drawn with the first target whose verdict rests on it. */
export interface PlacedStrip {
  readonly strip: Strip;
  /** Unique in the page. */
  readonly anchor: string;
  /** Null: it is drawn here. */
  readonly drawnWith: Target | null;
}

/** The strips of the measurements that each verdict rests on, each drawn once. Targets: in the order of the page. */
export function placeStrips(
  targets: readonly Target[],
  strips: Report["strips"] = [],
): ReadonlyMap<Target, readonly PlacedStrip[]> {
  const drawn = new Map<Strip, { readonly anchor: string; readonly drawnWith: Target }>();
  return new Map(
    targets.map((target) => {
      const ids = new Set(target.verification.measurements.flatMap(({ strip }) => strip ?? []));
      const own = strips.filter(({ id }) => ids.has(id));
      const placed = own.map((strip, index): PlacedStrip => {
        const before = drawn.get(strip);
        if (before !== undefined) return { strip, ...before };
        const anchor = `target-${target.rank}-strip-${index + 1}`;
        drawn.set(strip, { anchor, drawnWith: target });
        return { strip, anchor, drawnWith: null };
      });
      return [target, placed];
    }),
  );
}
