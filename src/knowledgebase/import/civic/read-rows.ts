/** The facts table of CIViC, row by row. No sentence of CIViC is in it. */
import { normalizeContig } from "../../../model/contig-name.ts";
import type { Contig } from "../../../model/locus.ts";
import { compareText } from "../../../model/order.ts";
import { readTable, type SourceText, type TableRow } from "../reference/read-table.ts";

/** 1-based, closed; `ref` and `alt` are empty where CIViC gives a range only. */
interface Coordinates {
  readonly contig: Contig;
  readonly start: number;
  readonly end: number;
  readonly ref: string;
  readonly alt: string;
}

export interface CivicRow {
  /** `EID1409`. */
  readonly record: string;
  readonly gene: string;
  readonly variant: string;
  readonly variantId: string;
  readonly disease: { readonly doid: string | null; readonly name: string };
  readonly drugs: readonly string[];
  readonly interaction: string;
  readonly evidenceType: string;
  readonly direction: string;
  readonly level: string;
  readonly significance: string;
  readonly origin: string;
  readonly citation: string;
  readonly sourceType: string;
  readonly trials: readonly string[];
  readonly rating: number | null;
  /** `2021-03-31`, or empty. */
  readonly reviewed: string;
  /** On GRCh37; null when CIViC gives none. */
  readonly coordinates: Coordinates | null;
  readonly transcript: string | null;
  /** The transcript that most records of the gene number by; it stands in where a record names none. */
  readonly usualTranscript: string | null;
  readonly hgvs: readonly string[];
}

/** Columns that say that a table is the facts table. */
export const factColumns = [
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
  "hgvs_expressions",
] as const;

/** Drug names that hold a comma, which else separates drugs. */
const namesWithComma = ["2,4-pyrimidinediamine", "HER2 Inhibitor CP-724,714"];

/** Rows in the order of the table. */
export function readRows(facts: SourceText): CivicRow[] {
  const rows = readTable(facts, factColumns).map(readRow);
  const usual = countTranscripts(rows);
  return rows.map((row) => ({ ...row, usualTranscript: usual.get(row.gene) ?? null }));
}

/** The most frequent transcript of each gene; the first by code point among equals. */
function countTranscripts(rows: readonly Omit<CivicRow, "usualTranscript">[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { gene, transcript } of rows) {
    if (transcript === null) continue;
    const own = counts.get(gene) ?? new Map<string, number>();
    counts.set(gene, own.set(transcript, (own.get(transcript) ?? 0) + 1));
  }
  const mostFrequent = (own: ReadonlyMap<string, number>): string =>
    [...own].toSorted(([a, n], [b, m]) => m - n || compareText(a, b))[0]?.[0] ?? "";
  return new Map([...counts].map(([gene, own]) => [gene, mostFrequent(own)]));
}

function readRow(row: TableRow): Omit<CivicRow, "usualTranscript"> {
  const doid = row.get("doid");
  const rating = row.get("rating");
  return {
    record: `EID${row.get("evidence_id")}`,
    gene: row.get("gene"),
    variant: row.get("variant").trim().replaceAll(/\s+/g, " "),
    variantId: row.get("variant_id"),
    disease: { doid: doid === "" ? null : `DOID:${doid}`, name: row.get("disease") },
    drugs: splitDrugs(row.get("drugs")),
    interaction: row.get("drug_interaction_type"),
    evidenceType: row.get("evidence_type"),
    direction: row.get("evidence_direction"),
    level: row.get("evidence_level"),
    significance: row.get("clinical_significance"),
    origin: row.get("variant_origin"),
    citation: row.get("citation_id"),
    sourceType: row.get("source_type"),
    trials: splitList(row.get("nct_ids").replaceAll(";", ",")),
    rating: rating === "" ? null : Number(rating),
    reviewed: row.get("last_review_date").slice(0, 10),
    coordinates: readCoordinates(row),
    transcript: row.get("representative_transcript") || null,
    hgvs: splitList(row.get("hgvs_expressions")),
  };
}

function readCoordinates(row: TableRow): Coordinates | null {
  const contig = normalizeContig(row.get("chromosome"));
  const [start, end] = [Number(row.get("start")), Number(row.get("stop"))];
  if (!contig || !start || !end) return null;
  return { contig, start, end, ref: row.get("reference_bases"), alt: row.get("variant_bases") };
}

function splitDrugs(text: string): string[] {
  const hidden = namesWithComma.reduce(
    (rest, name) => rest.replaceAll(name, name.replaceAll(",", "\u0000")),
    text,
  );
  return splitList(hidden).map((name) => name.replaceAll("\u0000", ","));
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}
