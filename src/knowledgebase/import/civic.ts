/** CIViC: clinical interpretations of variants in cancer (CC0 1.0). Facts of its tables, none of its sentences. */
import type { StatementType } from "../schema/statement-types.ts";
import type { CivicRow } from "./civic/civic-row.ts";
import { labelVariant } from "./civic/label-variant.ts";
import { assertionColumns, readAssertions } from "./civic/read-assertions.ts";
import { laterColumns, readLaterRows } from "./civic/read-later-rows.ts";
import {
  evidenceColumns,
  readRows,
  readVariants,
  variantColumns,
  withUsualTranscript,
} from "./civic/read-rows.ts";
import { readByText } from "./civic/lesser-benefit.ts";
import { predicateOf } from "./civic/read-predicate.ts";
import { readVariantName } from "./civic/read-variant-name.ts";
import { resolveShape, type Resolved } from "./civic/resolve-shape.ts";
import { misfiledRecords, recordsWithoutEffect, skip } from "./civic/skip-reasons.ts";
import type {
  AlleleNote,
  ConstraintJson,
  Importer,
  ImportedItem,
  Skipped,
  StatementDraft,
} from "./importer.ts";
import type { GeneReference } from "./reference/reference-data.ts";

const release = { name: "CIViC", date: "2021-08-01" };
const later = { name: "CIViC (April 2022)", date: "2022-04-22" };
const terms = { licence: "CC0-1.0", url: "https://civicdb.org" };

/** `kb import --from civic`: the release of 1 August 2021, the last one in one table per kind, and what is known of later items. */
export const civic: Importer = {
  id: "civic",
  title: "CIViC",
  sources: [release, later].map((source) => ({ ...source, ...terms })),
  tables: {
    evidence: { what: "ClinicalEvidenceSummaries of CIViC", columns: evidenceColumns },
    assertions: { what: "AssertionSummaries of CIViC", columns: assertionColumns },
    variants: { what: "VariantSummaries of CIViC", columns: variantColumns },
    later: { what: "biomarkers of oncoPharmaDB", columns: laterColumns },
  },
  *read(tables, genes) {
    const variants = readVariants(tables("variants"));
    const rows = readRows(tables("evidence"), variants, release.name);
    const asserted = readAssertions(tables("assertions"), { rows, variants, source: release.name });
    const known = new Set(rows.map(({ record }) => record));
    const added = readLaterRows(tables("later"), { known, variants, source: later.name });
    for (const row of withUsualTranscript([...rows, ...asserted, ...added])) {
      yield {
        record: row.record,
        gene: row.gene,
        evidenceLevel: row.level,
        variant: row.variant,
        evidenceType: row.evidenceType,
        source: row.source,
        result: convertRow(row, genes),
      };
    }
  },
};

const relations: ReadonlyMap<string, string> = new Map([
  ["Combination", "combination"],
  ["Substitutes", "substitutes"],
  ["Sequential", "sequential"],
]);

const directions: ReadonlyMap<string, string> = new Map([
  ["Supports", "supports"],
  ["Does Not Support", "does not support"],
]);

/** The statement of one row, or why it cannot be said. */
function convertRow(row: CivicRow, genes: GeneReference): ImportedItem["result"] {
  if (misfiledRecords.has(row.record)) return skip("about-the-opposite");
  if (recordsWithoutEffect.has(row.record)) return skip("no-effect-in-text");
  const claim = predicateOf(row.evidenceType, row.significance);
  if (claim === null) return skip("no-predicate");
  const direction = directions.get(row.direction) ?? null;
  if (claim.type === "predictive" && direction === null) return skip("no-direction");
  const therapy = readTherapy(row, claim.type);
  if (therapy !== null && "skipped" in therapy) return therapy;
  const reading = readVariantName(row.variant, row.gene);
  if ("skipped" in reading) return reading;

  const constraints: ConstraintJson[] = [];
  const notes: AlleleNote[] = [];
  for (const shape of reading.shapes) {
    const alone = reading.shapes.filter(({ type }) => type !== "other-assay").length === 1;
    const resolved: Resolved = resolveShape(shape, { row, reference: genes, alone });
    if ("skipped" in resolved) return resolved;
    constraints.push(resolved.constraint);
    notes.push(...resolved.notes);
  }
  const draft: StatementDraft = {
    id: `civic:${row.record}`,
    gene: row.gene,
    variant: { label: labelVariant(row.variant, reading.shapes), constraints },
    type: claim.type,
    predicate: readByText(row.record, claim.predicate),
    direction,
    therapy,
    disease: { id: row.disease.doid, name: row.disease.name },
    evidenceLevel: row.level,
    rating: row.rating,
    origin: originOf(row.origin),
    documents: row.documents,
    source: { name: row.source, record: row.record, reviewed: row.reviewed },
  };
  return { draft, notes };
}

/** Null where the type speaks of none. */
function readTherapy(
  { drugs, interaction }: CivicRow,
  type: StatementType,
): StatementDraft["therapy"] | { readonly skipped: Skipped } {
  if (type !== "predictive") return null;
  if (drugs.length === 0) return skip("no-therapy");
  const relation = drugs.length === 1 ? "single" : relations.get(interaction);
  return relation === undefined ? skip("therapy-relation-not-stated") : { relation, drugs };
}

function originOf(stated: string): StatementDraft["origin"] {
  if (/germline/i.test(stated)) return "germline";
  return stated === "Somatic" ? "somatic" : null;
}
