/** CIViC: clinical interpretations of variants in cancer (CC0 1.0). Facts of its table, none of its sentences. */
import { resolveShape, type Resolved } from "./civic/resolve-shape.ts";
import { factColumns, readRows, type CivicRow } from "./civic/read-rows.ts";
import { readVariantName } from "./civic/read-variant-name.ts";
import { skip } from "./civic/skip-reasons.ts";
import { labelVariant } from "./civic/label-variant.ts";
import type {
  AlleleNote,
  ConstraintJson,
  Importer,
  ImportedItem,
  StatementDraft,
} from "./importer.ts";
import type { GeneReference } from "./reference/reference-data.ts";

/** `kb import --from civic`: the release of 1 August 2021, the last one in one table per kind. */
export const civic: Importer = {
  id: "civic",
  title: "CIViC",
  licence: "CC0-1.0",
  url: "https://civicdb.org",
  date: "2021-08-01",
  columns: factColumns,
  *read(facts, genes) {
    for (const row of readRows(facts)) {
      yield {
        record: row.record,
        gene: row.gene,
        evidenceLevel: row.level,
        variant: row.variant,
        evidenceType: row.evidenceType,
        result: convertRow(row, genes),
      };
    }
  },
};

const predicates: ReadonlyMap<string, string> = new Map([
  ["Sensitivity/Response", "sensitivity"],
  ["Resistance", "resistance"],
  ["Reduced Sensitivity", "reduced sensitivity"],
  ["Adverse Response", "adverse response"],
]);

const relations: ReadonlyMap<string, string> = new Map([
  ["Combination", "combination"],
  ["Substitutes", "substitutes"],
  ["Sequential", "sequential"],
]);

/** The statement of one predictive row, or why it cannot be said; other kinds of evidence are not compiled. */
function convertRow(row: CivicRow, genes: GeneReference): ImportedItem["result"] {
  if (row.evidenceType !== "Predictive") {
    const reason =
      "Diagnostic, prognostic, predisposing and functional records are not compiled yet.";
    return { skipped: { code: "not-predictive", reason } };
  }
  const predicate = predicates.get(row.significance);
  if (!predicate) return skip("no-predicate");
  if (row.drugs.length === 0) return skip("no-therapy");
  const relation = row.drugs.length === 1 ? "single" : relations.get(row.interaction);
  if (!relation) return skip("therapy-relation-not-stated");
  const reading = readVariantName(row.variant, row.gene);
  if ("skipped" in reading) return reading;

  const constraints: ConstraintJson[] = [];
  const notes: AlleleNote[] = [];
  for (const shape of reading.shapes) {
    const alone = reading.shapes.length === 1;
    const resolved: Resolved = resolveShape(shape, { row, reference: genes, alone });
    if ("skipped" in resolved) return resolved;
    constraints.push(resolved.constraint);
    notes.push(...resolved.notes);
  }
  const label = labelVariant(row.variant, reading.shapes);
  const draft: StatementDraft = {
    id: `civic:${row.record}`,
    gene: row.gene,
    variant: { label, constraints },
    type: "predictive",
    predicate,
    direction: row.direction === "Supports" ? "supports" : "does not support",
    therapy: { relation, drugs: row.drugs },
    disease: { id: row.disease.doid, name: row.disease.name },
    evidenceLevel: row.level,
    rating: row.rating,
    origin: originOf(row.origin),
    documents: documentsOf(row),
    source: { name: civic.title, record: row.record, reviewed: row.reviewed },
  };
  return { draft, notes };
}

function originOf(stated: string): StatementDraft["origin"] {
  if (/germline/i.test(stated)) return "germline";
  return stated === "Somatic" ? "somatic" : null;
}

function documentsOf({ sourceType, citation, trials }: CivicRow): string[] {
  const prefix = sourceType === "PubMed" ? "PMID" : sourceType;
  return [`${prefix}:${citation}`, ...trials.map((trial) => `NCT:${trial}`)];
}
