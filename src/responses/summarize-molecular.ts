import { compareText } from "../model/order.ts";
import type { EntryOf } from "../model/response-event.ts";
import type { MolecularChange } from "../model/response-summary.ts";
import { spellingFree } from "./spelling-free.ts";

type Named = Pick<MolecularChange, "variant" | "assay" | "series">;

/**
 * Change of each variant in each assay: the last reading against the first. The first is the last one on the day of the start of period B
 * or before it, where there is one. Percent and "cleared" only: no definition of a molecular response is agreed on (FDA review
 * PMC9936292), so that no category is given. Readings of two assays are never compared. Names that differ in capitals alone are one, as
 * where readings are added, and stand as they were first written.
 */
export function summarizeMolecular(
  readouts: readonly EntryOf<"ctdna">[],
  start: string | null,
): MolecularChange[] {
  const named = new Map<string, Named>();
  for (const { date, assay, readings } of readouts) {
    for (const { variant, vaf } of readings) {
      const key = JSON.stringify([spellingFree(variant), spellingFree(assay)]);
      const known = named.get(key) ?? { variant, assay, series: [] };
      named.set(key, { ...known, series: [...known.series, { date, vaf }] });
    }
  }
  return [...named.values()]
    .map(({ variant, assay, series }) => ({ variant, assay, ...measure(series, start) }))
    .sort((a, b) => compareText(a.variant, b.variant) || compareText(a.assay, b.assay));
}

function measure(
  all: MolecularChange["series"],
  start: string | null,
): Pick<MolecularChange, "series" | "change" | "cleared"> {
  const before = start === null ? -1 : all.findLastIndex(({ date }) => date <= start);
  const series = all.slice(Math.max(0, before));
  const first = series[0];
  const last = series.at(-1);
  if (series.length < 2 || first === undefined || last === undefined || first.vaf === 0) {
    return { series, change: null, cleared: null };
  }
  return { series, change: (last.vaf - first.vaf) / first.vaf, cleared: last.vaf === 0 };
}
