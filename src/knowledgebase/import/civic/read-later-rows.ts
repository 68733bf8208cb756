/**
 * Evidence items that CIViC accepted after 1 August 2021, as of 22 April 2022, by way of a compilation (biomarkers of
 * oncoPharmaDB, 2022-06) that repeats each item for every spelling of its alteration, and says neither its rating nor how
 * several drugs relate.
 */
import { readTable, type SourceText, type TableRow } from "../reference/read-table.ts";
import type { CivicVariant } from "./civic-row.ts";
import { splitDrugs, type UnnumberedRow } from "./read-rows.ts";

export const laterColumns = [
  "biomarker_source_db",
  "evidence_id",
  "variant_id",
  "symbol",
  "variant",
  "therapeutic_context",
  "disease_ontology_id",
  "cancer_type",
  "citation_id",
  "evidence_type",
  "evidence_level",
  "evidence_direction",
  "clinical_significance",
  "variant_origin",
] as const;

/**
 * How the drugs of an item relate, read from the title of its publication: a regimen that was given, or drugs that were
 * compared with each other.
 */
const relations: ReadonlyMap<string, string> = new Map([
  ["18191450", "Substitutes"], // imatinib, nilotinib, dasatinib and bafetinib compared
  ["19884554", "Combination"], // gemcitabine with carboplatin
  ["20619739", "Combination"], // cetuximab plus chemotherapy
  ["22025157", "Combination"], // erlotinib with R1507 (teprotumumab)
  ["31566309", "Combination"], // encorafenib and cetuximab, with or without binimetinib
]);

/** The items that are not `known`, in the order of the table. `variants`: what the table of variants says of those that it has. */
export function readLaterRows(
  table: SourceText,
  {
    known,
    variants,
    source,
  }: {
    readonly known: ReadonlySet<string>;
    readonly variants: ReadonlyMap<string, CivicVariant>;
    readonly source: string;
  },
): UnnumberedRow[] {
  const [header = ""] = table.text.split("\n", 1);
  const own = table.text.split("\n").filter((line) => line.startsWith("civic\t"));
  const rows = readTable({ name: table.name, text: [header, ...own].join("\n") }, laterColumns);
  const first = new Map<string, TableRow>();
  for (const row of rows) {
    const record = row.get("evidence_id");
    // The spelling of CIViC itself comes first.
    if (!known.has(record) && !first.has(record)) first.set(record, row);
  }
  return [...first.values()].map((row) => readRow(row, variants, source));
}

function readRow(
  row: TableRow,
  variants: ReadonlyMap<string, CivicVariant>,
  source: string,
): UnnumberedRow {
  const citation = row.get("citation_id");
  const doid = row.get("disease_ontology_id");
  return {
    ...(variants.get(row.get("variant_id")) ?? nameVariant(row)),
    record: row.get("evidence_id"),
    source,
    disease: { doid: doid || null, name: row.get("cancer_type") },
    drugs: splitDrugs(row.get("therapeutic_context")),
    interaction: relations.get(citation) ?? "",
    evidenceType: row.get("evidence_type"),
    direction: row.get("evidence_direction"),
    level: row.get("evidence_level").slice(0, 1),
    significance: row.get("clinical_significance"),
    origin: row.get("variant_origin"),
    documents: [`PMID:${citation}`],
    rating: null,
    reviewed: "",
  };
}

/** A variant that is newer than the table of variants. Of a fusion the partner that carries the kinase or activator gives the gene. */
function nameVariant(row: TableRow): CivicVariant {
  const [first = "", second] = row.get("symbol").split(/-(?=[A-Z0-9]{3,}$)/);
  const pair = second === undefined ? "" : `${row.get("symbol")} `;
  return {
    gene: second ?? first,
    variant: `${pair}${row.get("variant")}`.trim().replaceAll(/\s+/g, " "),
    variantId: row.get("variant_id"),
    coordinates: null,
    transcript: null,
    hgvs: [],
  };
}
