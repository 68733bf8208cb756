/** The values of cohorts that plots beside targets show. */
import { nameMeasured } from "../../annotate/proteins/name-measured.ts";
import { outlierThresholds } from "../../annotate/proteins/outlier-thresholds.ts";
import type { OutlierCall } from "../../annotate/proteins/protein-outliers.ts";
import { quantile } from "../../model/quantile.ts";
import type { OutlierSupport } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { VerificationState } from "../../model/verdict.ts";
import type { Strip } from "../../model/verification.ts";
import { mostStripValues } from "../../model/report-terms.ts";

/** Names the comparison of one molecule of one table with its cohort. */
export function stripId(call: OutlierCall): string {
  const { file, line } = call.provenance;
  return `${nameMeasured(call)}:${file}:${line ?? 0}`;
}

/** Verdicts that a plot explains. */
export const drawnStates: ReadonlySet<VerificationState> = new Set([
  "verified",
  "supported",
  "discordant",
  "not supported",
  "contradicted",
]);

/** True where there is a value of the case and a cohort that numbers were computed on. */
export function isDrawable({ cohortValues, support }: OutlierCall): boolean {
  return cohortValues !== undefined && support.value !== null && support.median !== null;
}

/** One strip for each id, sorted by id. Calls without values of a cohort have none. */
export function makeStrips(calls: readonly OutlierCall[], ids: ReadonlySet<string>): Strip[] {
  const strips = new Map<string, Strip>();
  for (const call of calls) {
    const id = stripId(call);
    const strip = ids.has(id) && !strips.has(id) ? makeStrip(call, id) : null;
    if (strip !== null) strips.set(id, strip);
  }
  return [...strips.values()].toSorted((a, b) => compareText(a.id, b.id));
}

function makeStrip(call: OutlierCall, id: string): Strip | null {
  const { gene, molecule, support, provenance, scale, cohortValues } = call;
  const { value, median } = support;
  if (cohortValues === undefined || value === null || median === null) return null;
  const present = cohortValues.values();
  const isWhole = present.length <= mostStripValues;
  const limits = limitsOf(support);
  return {
    id,
    name: nameMeasured(call),
    gene,
    molecule,
    file: provenance.file,
    cohort: support.cohort,
    ...(scale === undefined ? {} : { scale }),
    n: present.length,
    value: rounded(value),
    values: isWhole ? Array.from(present, rounded) : quantilesOf(present).map(rounded),
    shown: isWhole ? "values" : "quantiles",
    median: rounded(median),
    limits: limits && { low: rounded(limits.low), high: rounded(limits.high) },
  };
}

/** The middles of as many equal parts as there are dots, so that each dot stands for the same number of samples. */
function quantilesOf(present: Float64Array): number[] {
  return Array.from({ length: mostStripValues }, (_, index) =>
    quantile(present, (index + 0.5) / mostStripValues),
  );
}

/** Where modified z and fold both allow a call (clinical 4.3); a z scale has no fold. */
function limitsOf(support: OutlierSupport): Strip["limits"] {
  const { value, median, modifiedZ, mad, log2Fold } = support;
  if (value === null || median === null || modifiedZ === null) return null;
  // The mean absolute deviation, which stands in for a MAD of 0, is not kept: the value and its modified z give the unit.
  const unit = mad !== null && mad > 0 ? mad / normalQuartile : (value - median) / modifiedZ;
  if (!Number.isFinite(unit)) return null;
  const { modifiedZ: zLimit, log2Fold: foldLimit } = outlierThresholds;
  const distance = Math.max(zLimit * unit, log2Fold === null ? 0 : foldLimit);
  return { low: median - distance, high: median + distance };
}

/** Third quartile of the standard normal distribution: the MAD in units of its standard deviation. */
const normalQuartile = 0.6744897501960817;

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
