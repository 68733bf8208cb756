import type { OutlierSupport } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { describeValues } from "../../read/cohort/row-values.ts";
import { outlierThresholds } from "./outlier-thresholds.ts";
import type { OutlierCall, OutlierResult } from "./protein-outliers.ts";
import type { Reference } from "./reference.ts";
import { robustPosition } from "../statistics/robust-outlier.ts";
import type { ProteinRow, ProteinTable } from "../../read/protein-reader.ts";

type AboveProtein = NonNullable<OutlierSupport["aboveProtein"]>;
type CurrentSymbol = (symbolOrAlias: string) => string | null;

/** A table of one molecule, and what it was compared with. */
export interface ComparedTable extends Pick<OutlierResult, "references" | "shifts"> {
  readonly table: ProteinTable;
}

export interface SitesAboveProtein {
  /** By the support of the call that it belongs to. */
  readonly bySupport: ReadonlyMap<OutlierSupport, AboveProtein>;
  /** Built cohort files that kept a difference from being computed, sorted. */
  readonly builtFiles: readonly string[];
}

/** On these scales a difference is no ratio of two amounts. */
const withoutRatio: ReadonlySet<string> = new Set(["z", "score", "unknown"]);

/**
 * What a phosphosite is beside the amount of its protein (clinical R9): site minus protein in the case, as modified z and log2 distance
 * against the same difference in every sample of the site's reference that has both. Samples of two tables or files are the same by
 * their names; the file of the site is asked for the protein first. A call has none where no table has exactly one measured row of
 * the protein on a log2 scale, where fewer samples than any number needs have both, and where the case as a whole lies off the
 * reference. Tables are in the order of the case.
 */
export function compareSitesWithProtein(
  calls: readonly OutlierCall[],
  tables: readonly ComparedTable[],
  currentSymbol: CurrentSymbol,
): SitesAboveProtein {
  const bySupport = new Map<OutlierSupport, AboveProtein>();
  const builtFiles = new Set<string>();
  const sites = calls.filter(({ molecule }) => molecule === "phosphosite");
  if (sites.length === 0) return { bySupport, builtFiles: [] };
  const usable = tables.filter(({ table }) => !withoutRatio.has(table.scale.name));
  const proteins = usable
    .filter(({ table }) => table.molecule === "protein")
    .map((compared) => indexProteins(compared, currentSymbol));
  if (proteins.length === 0) return { bySupport, builtFiles: [] };
  const measuredAt = indexSites(usable);
  for (const { gene, site, support, provenance } of sites) {
    const measured = measuredAt.get(`${provenance.file}\t${provenance.line}\t${site ?? ""}`);
    const reference = measured?.references.find(({ name }) => name === support.cohort);
    if (measured === undefined || reference === undefined) continue;
    for (const protein of proteins) {
      const { above, built } = subtract({ row: measured.row, reference }, protein, gene);
      for (const file of built) builtFiles.add(file);
      if (above === null) continue;
      bySupport.set(support, above);
      break;
    }
  }
  return { bySupport, builtFiles: [...builtFiles].toSorted(compareText) };
}

/** For the place that explains the rule; null where nothing is to be said. */
export function describeBuiltFiles(files: readonly string[]): string | null {
  if (files.length === 0) return null;
  return `Site minus protein is not computable from a built cohort file, which holds no values by sample (${files.join(", ")}); it needs the matrix itself.`;
}

interface MeasuredSite {
  readonly row: ProteinRow;
  readonly references: readonly Reference[];
}

function indexSites(tables: readonly ComparedTable[]): ReadonlyMap<string, MeasuredSite> {
  const measuredAt = new Map<string, MeasuredSite>();
  for (const { table, ...compared } of tables) {
    if (table.molecule !== "phosphosite") continue;
    const references = unshifted(compared);
    for (const row of table.rows) {
      measuredAt.set(`${table.file}\t${row.line}\t${row.site ?? ""}`, { row, references });
    }
  }
  return measuredAt;
}

interface MeasuredProteins {
  readonly file: string;
  /** Null for a gene of several rows: which of them is right cannot be decided. */
  readonly rows: ReadonlyMap<string, ProteinRow | null>;
  /** Samples by name, of each file of references. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, SamplePlace>>;
  readonly builtFiles: readonly string[];
}

interface SamplePlace {
  readonly reference: Reference;
  readonly index: number;
}

function indexProteins(
  { table, ...compared }: ComparedTable,
  currentSymbol: CurrentSymbol,
): MeasuredProteins {
  const rows = new Map<string, ProteinRow | null>();
  for (const row of table.rows) {
    if (row.site !== undefined) continue;
    const gene = currentSymbol(row.gene) ?? row.gene;
    rows.set(gene, rows.has(gene) ? null : row);
  }
  const places = new Map<string, Map<string, SamplePlace>>();
  const builtFiles = new Set<string>();
  for (const reference of unshifted(compared)) {
    const { file, sampleNames } = reference;
    if (sampleNames === null) builtFiles.add(file);
    const ofFile = places.get(file) ?? new Map<string, SamplePlace>();
    places.set(file, ofFile);
    for (const [index, name] of (sampleNames ?? []).entries()) {
      ofFile.set(name, { reference, index });
    }
  }
  return { file: table.file, rows, places, builtFiles: [...builtFiles] };
}

/** Against the others, all differences would be moved by the shift of the whole sample. */
function unshifted({ references, shifts }: Omit<ComparedTable, "table">): readonly Reference[] {
  return references.filter((_, index) => shifts[index]?.state !== "exceeded");
}

/** `built`: files without values by sample, where that alone is why there is no difference. */
function subtract(
  site: { readonly row: ProteinRow; readonly reference: Reference },
  protein: MeasuredProteins,
  gene: string,
): { readonly above: AboveProtein | null; readonly built: readonly string[] } {
  const row = protein.rows.get(gene);
  if (!row || row.value === null || site.row.value === null) return { above: null, built: [] };
  const { file, sampleNames } = site.reference;
  if (sampleNames === null) return { above: null, built: [file] };
  const value = site.row.value - row.value;
  const values = site.reference.valuesBySample(site.row);
  const totals = new Map<Reference, Float64Array | null>();
  const totalAt = ({ reference, index }: SamplePlace): number => {
    if (!totals.has(reference)) totals.set(reference, reference.valuesBySample(row));
    return totals.get(reference)?.[index] ?? Number.NaN;
  };
  const own = protein.places.get(file);
  for (const places of own ? [own, ...protein.places.values()] : protein.places.values()) {
    const differences = sampleNames.flatMap((name, index) => {
      const place = places.get(name);
      if (place === undefined) return [];
      const difference = (values?.[index] ?? Number.NaN) - totalAt(place);
      return Number.isNaN(difference) ? [] : [difference];
    });
    const n = differences.length;
    if (n < outlierThresholds.cohortToCompute) continue;
    const numbers = describeValues(Float64Array.from(differences).sort());
    const { median, modifiedZ } = robustPosition(value, numbers);
    const above = { protein: protein.file, modifiedZ, log2Fold: value - median, n };
    return { above, built: [] };
  }
  return { above: null, built: protein.builtFiles };
}
