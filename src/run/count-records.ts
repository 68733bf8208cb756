import { outlierId } from "../annotate/proteins/name-measured.ts";
import type { OutlierCall } from "../annotate/proteins/protein-outliers.ts";
import { compareText } from "../model/order.ts";
import type { Counts, Report } from "../model/report.ts";
import type { InterpretedKinds } from "./interpret-evidence.ts";
import type { InterpretedProteins } from "./interpret-proteins.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";

/** Ids of the observations by what became of them; an id in neither set is a finding without a statement. */
export interface ObservationFate {
  readonly matched: ReadonlySet<string>;
  readonly setAside: ReadonlySet<string>;
}

/** Records of the variant file by what became of them; a record with several alleles counts once, by its best one. */
export function countVariants(variants: InterpretedVariants, fate: ObservationFate): Counts {
  const { counts, taken } = variants;
  const decoded = taken.records.map(({ ids }) => ids);
  const unmatched = decoded.filter((ids) => !ids.some((id) => fate.matched.has(id)));
  const setAside = unmatched.filter((ids) => ids.every((id) => fate.setAside.has(id))).length;
  return {
    read: counts.read,
    matched: decoded.length - unmatched.length,
    notMatched: counts.outside + unmatched.length - setAside,
    setAside: taken.setAside() + setAside,
    refused: counts.refused,
  };
}

/** Records of the whole file by FILTER, most first; nothing unless that was asked for. */
export function nameFilterCounts(
  variants: Pick<InterpretedVariants, "filters"> | null,
): Pick<Report["counts"], "filters"> {
  const all = variants?.filters.all ?? null;
  if (all === null) return {};
  const filters = all.map(({ filter, count }) => ({ filter, records: count }));
  return {
    filters: filters.toSorted((a, b) => b.records - a.records || compareText(a.filter, b.filter)),
  };
}

/**
 * Rows of the protein tables by what became of them: `setAside` are rows of genes on the tested list whose
 * value could not be called and rows that are no measurement (contaminants, further groups of a gene), `notMatched` all others that meet no statement. Null without a table.
 */
export function countProteins(
  proteins: InterpretedProteins,
  matchedIds: ReadonlySet<string>,
): Counts | null {
  if (proteins.tables.length === 0) return null;
  const read = proteins.tables.reduce((sum, table) => sum + table.counts.read, 0);
  const refused = proteins.tables.reduce((sum, table) => sum + table.counts.refused, 0);
  const notMeasurements = proteins.tables.reduce((sum, table) => sum + table.counts.setAside, 0);
  const rowOf = ({ provenance, gene, group, site }: OutlierCall): string =>
    [provenance.file, provenance.line, group?.join(";") ?? gene, site].join("\t");
  // A row of several genes is asked for each of them, and counts once.
  const matchedRows = new Set(
    proteins.calls
      .filter(
        (each) => (each.call === "up" || each.call === "down") && matchedIds.has(outlierId(each)),
      )
      .map(rowOf),
  );
  const matched = matchedRows.size;
  const uncalled = proteins.calls.filter(({ call }) => call === "not assessable").map(rowOf);
  const notCalled = new Set(uncalled.filter((row) => !matchedRows.has(row))).size;
  const setAside = notMeasurements + notCalled;
  return { read, matched, setAside, refused, notMatched: read - matched - setAside - refused };
}

/** Rows of the other kinds by what became of them; a kind that the case lacks is absent. */
export function countEvidence(
  kinds: InterpretedKinds,
  matchedIds: ReadonlySet<string>,
): Partial<Record<keyof InterpretedKinds, Counts>> {
  return Object.fromEntries(
    Object.entries(kinds).map(([list, evidence]) => [list, evidence.counts(matchedIds)]),
  );
}
