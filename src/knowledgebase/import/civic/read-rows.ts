/** The tables of CIViC as they were released on 1 August 2021, row by row. */
import { normalizeContig } from "../../../model/contig-name.ts";
import { compareText } from "../../../model/order.ts";
import { readTable, type SourceText, type TableRow } from "../reference/read-table.ts";
import type { CivicRow, CivicVariant, Coordinates } from "./civic-row.ts";

/** Columns that say that a table is `ClinicalEvidenceSummaries`. */
export const evidenceColumns = [
  "evidence_id",
  "gene",
  "variant",
  "variant_id",
  "disease",
  "doid",
  "drugs",
  "drug_interaction_type",
  "evidence_type",
  "evidence_direction",
  "evidence_level",
  "clinical_significance",
  "evidence_statement",
  "variant_origin",
  "citation_id",
  "source_type",
  "nct_ids",
  "rating",
  "last_review_date",
  "chromosome",
  "start",
  "stop",
  "reference_bases",
  "variant_bases",
  "representative_transcript",
] as const;

/** Columns that say that a table is `VariantSummaries`. */
export const variantColumns = [
  "variant_id",
  "gene",
  "variant",
  "hgvs_expressions",
  "chromosome",
  "start",
  "stop",
  "reference_bases",
  "variant_bases",
  "representative_transcript",
  "civic_variant_evidence_score",
] as const;

/** Drug names that hold a comma, which else separates drugs. */
const namesWithComma = ["2,4-pyrimidinediamine", "HER2 Inhibitor CP-724,714"];

export type UnnumberedRow = Omit<CivicRow, "usualTranscript">;

/** Variants by their id. */
export function readVariants(table: SourceText): ReadonlyMap<string, CivicVariant> {
  const variants = readTable(table, variantColumns).map((row) => ({
    ...readVariant(row),
    hgvs: splitList(row.get("hgvs_expressions")).filter((text) => text !== "N/A"),
  }));
  return new Map(variants.map((variant) => [variant.variantId, variant]));
}

/** Rows in the order of the table. `source`: name of the release. */
export function readRows(
  evidence: SourceText,
  variants: ReadonlyMap<string, CivicVariant>,
  source: string,
): UnnumberedRow[] {
  return readTable(evidence, evidenceColumns).map((row) => {
    const variant = readVariant(row);
    return {
      ...variant,
      hgvs: variants.get(variant.variantId)?.hgvs ?? [],
      ...readEvidence(row, source),
    };
  });
}

/** Gives each row the most frequent transcript of its gene; the first by code point among equals. */
export function withUsualTranscript(rows: readonly UnnumberedRow[]): CivicRow[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { gene, transcript } of rows) {
    if (transcript === null) continue;
    const own = counts.get(gene) ?? new Map<string, number>();
    counts.set(gene, own.set(transcript, (own.get(transcript) ?? 0) + 1));
  }
  const mostFrequent = (own: ReadonlyMap<string, number>): string =>
    [...own].toSorted(([a, n], [b, m]) => m - n || compareText(a, b))[0]?.[0] ?? "";
  const usual = new Map([...counts].map(([gene, own]) => [gene, mostFrequent(own)]));
  return rows.map((row) => ({ ...row, usualTranscript: usual.get(row.gene) ?? null }));
}

function readVariant(row: TableRow): Omit<CivicVariant, "hgvs"> {
  return {
    gene: row.get("gene"),
    variant: row.get("variant").trim().replaceAll(/\s+/g, " "),
    variantId: row.get("variant_id"),
    coordinates: readCoordinates(row),
    transcript: row.get("representative_transcript") || null,
  };
}

function readEvidence(row: TableRow, source: string): Omit<UnnumberedRow, keyof CivicVariant> {
  const doid = row.get("doid");
  const rating = row.get("rating");
  return {
    record: `EID${row.get("evidence_id")}`,
    source,
    disease: { doid: doid === "" ? null : `DOID:${doid}`, name: row.get("disease") },
    drugs: splitDrugs(row.get("drugs")),
    interaction: row.get("drug_interaction_type"),
    evidenceType: row.get("evidence_type"),
    direction: row.get("evidence_direction"),
    level: row.get("evidence_level"),
    significance: row.get("clinical_significance"),
    origin: row.get("variant_origin"),
    documents: readDocuments(row),
    rating: rating === "" ? null : Number(rating),
    reviewed: row.get("last_review_date").slice(0, 10),
  };
}

function readDocuments(row: TableRow): string[] {
  const kind = row.get("source_type") === "PubMed" ? "PMID" : row.get("source_type");
  const trials = splitList(row.get("nct_ids").replaceAll(";", ","));
  return [`${kind}:${row.get("citation_id")}`, ...trials.map((trial) => `NCT:${trial}`)];
}

function readCoordinates(row: TableRow): Coordinates | null {
  const contig = normalizeContig(row.get("chromosome"));
  const [start, end] = [Number(row.get("start")), Number(row.get("stop"))];
  if (!contig || !start || !end) return null;
  return { contig, start, end, ref: row.get("reference_bases"), alt: row.get("variant_bases") };
}

/** The names in a list of drugs. */
export function splitDrugs(text: string): string[] {
  const hidden = namesWithComma.reduce(
    (rest, name) => rest.replaceAll(name, name.replaceAll(",", "\u0000")),
    text,
  );
  return splitList(hidden).map((name) => name.replaceAll("\u0000", ","));
}

/** The parts of a list with commas. */
export function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}
