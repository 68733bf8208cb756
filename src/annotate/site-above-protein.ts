import type { OutlierSupport } from "../model/observation.ts";
import type { ProteinRow, ProteinTable } from "../read/reader.ts";
import { outlierThresholds } from "./outlier-thresholds.ts";
import type { OutlierCall } from "./protein-outliers.ts";
import { robustPosition } from "./statistics/robust-outlier.ts";

type AboveProtein = NonNullable<OutlierSupport["aboveProtein"]>;

/** On these scales a difference is no ratio of two amounts. */
const withoutRatio: ReadonlySet<string> = new Set(["z", "score", "unknown"]);

/**
 * What a phosphosite outlier is beside the amount of its protein (clinical R9): site minus protein in the case, as modified z and log2
 * distance against the same difference in every reference sample that has both. The call stays the site's own. By the support of the
 * call that it belongs to; a call has none where no table has exactly one measured row of the protein on a log2 scale, or fewer samples
 * than any number needs have both. Samples of two tables are the same by their names. Tables: one molecule each, in the order of the
 * case; reference files hold no values by sample, so that only samples of the tables count.
 */
export function compareSitesWithProtein(
  calls: readonly OutlierCall[],
  tables: readonly ProteinTable[],
  currentSymbol: (symbolOrAlias: string) => string | null,
): ReadonlyMap<OutlierSupport, AboveProtein> {
  const found = new Map<OutlierSupport, AboveProtein>();
  const sites = calls.filter(
    ({ call, molecule }) => molecule === "phosphosite" && (call === "up" || call === "down"),
  );
  if (sites.length === 0) return found;
  const usable = tables.filter(({ scale }) => !withoutRatio.has(scale.name));
  const proteins = usable
    .filter(({ molecule }) => molecule === "protein")
    .map((table) => ({ table, rows: rowsByGene(table, currentSymbol) }));
  const measuredAt = new Map<string, Measured>();
  for (const table of usable) {
    if (table.molecule !== "phosphosite") continue;
    for (const row of table.rows) {
      measuredAt.set(`${table.file}\t${row.line}\t${row.site ?? ""}`, { table, row });
    }
  }
  for (const { gene, site, support, provenance } of sites) {
    const measured = measuredAt.get(`${provenance.file}\t${provenance.line}\t${site ?? ""}`);
    if (measured === undefined) continue;
    for (const protein of proteins) {
      const total = protein.rows.get(gene);
      const above = total ? subtract(measured, { table: protein.table, row: total }) : null;
      if (above === null) continue;
      found.set(support, above);
      break;
    }
  }
  return found;
}

/** Null for a gene of several rows: which of them is right cannot be decided. */
function rowsByGene(
  { rows }: ProteinTable,
  currentSymbol: (symbolOrAlias: string) => string | null,
): ReadonlyMap<string, ProteinRow | null> {
  const byGene = new Map<string, ProteinRow | null>();
  for (const row of rows) {
    if (row.site !== undefined) continue;
    const gene = currentSymbol(row.gene) ?? row.gene;
    byGene.set(gene, byGene.has(gene) ? null : row);
  }
  return byGene;
}

interface Measured {
  readonly table: ProteinTable;
  readonly row: ProteinRow;
}

function subtract(site: Measured, protein: Measured): AboveProtein | null {
  if (site.row.value === null || protein.row.value === null) return null;
  const places = new Map(protein.table.cohortSamples.map((name, index) => [name, index]));
  const differences = site.table.cohortSamples.flatMap((name, index) => {
    const place = places.get(name);
    if (place === undefined) return [];
    const difference =
      (site.row.cohort[index] ?? Number.NaN) - (protein.row.cohort[place] ?? Number.NaN);
    return Number.isNaN(difference) ? [] : [difference];
  });
  const n = differences.length;
  if (n < outlierThresholds.cohortToCompute) return null;
  const value = site.row.value - protein.row.value;
  const { median, modifiedZ } = robustPosition(value, Float64Array.from(differences).sort());
  return { protein: protein.table.file, modifiedZ, log2Fold: value - median, n };
}
