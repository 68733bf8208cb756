import { compareText } from "../model/order.ts";
import type { EntryOf } from "../model/response-event.ts";
import type { MolecularChange } from "../model/response-summary.ts";

/**
 * Change of each variant in each assay: the last reading against the first. The first is the last one on the day of the start of period B
 * or before it, where there is one. Percent and "cleared" only: no definition of a molecular response is agreed on (FDA review
 * PMC9936292), so that no category is given. Readings of two assays are never compared.
 */
export function summarizeMolecular(
  readouts: readonly EntryOf<"ctdna">[],
  start: string | null,
): MolecularChange[] {
  const series = new Map<string, MolecularChange["series"]>();
  for (const { date, assay, readings } of readouts) {
    for (const { variant, vaf } of readings) {
      const key = JSON.stringify([variant, assay]);
      series.set(key, [...(series.get(key) ?? []), { date, vaf }]);
    }
  }
  return [...series]
    .map(([key, all]) => {
      const [variant = "", assay = ""] = JSON.parse(key) as string[];
      return { variant, assay, ...measure(all, start) };
    })
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
