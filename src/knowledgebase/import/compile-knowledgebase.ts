/** From the tables of an outside source to the files of a knowledgebase folder: a pure function over texts. */
import { compareText } from "../../model/order.ts";
import { compileDiseases } from "./entities/compile-diseases.ts";
import { compileGenes } from "./entities/compile-genes.ts";
import { compileStatements, genesOf } from "./entities/compile-statements.ts";
import { compileTherapies, type TherapyEntity } from "./entities/compile-therapies.ts";
import { namedDiseases } from "./entities/disease-crosswalk.ts";
import { readDiseaseOntology, readOncotree, type DiseaseTerm } from "./entities/read-ontologies.ts";
import { describeCoverage, type Coverage } from "./describe-coverage.ts";
import { schemaReference } from "../folder/file-json-schemas.ts";
import { formatJson } from "./format-json.ts";
import type { ImportedItem, Importer, StatementDraft } from "./importer.ts";
import { nothingKept, type KeptContent } from "./kept-content.ts";
import { makeManifest } from "./make-manifest.ts";
import { readGeneReference } from "./reference/reference-data.ts";
import type { SourceText } from "./reference/read-table.ts";
import { recognizeSources } from "./recognize-sources.ts";

export interface ImportResult {
  /** Path relative to the knowledgebase folder, to its text. */
  readonly files: ReadonlyMap<string, string>;
  readonly coverage: Coverage;
}

/**
 * Compiles everything that the source states in a form that can be matched. The same texts in any order give the same bytes.
 * `kept`: what the folder has from elsewhere, see `readKept`. Throws a Refusal that names every table that is missing.
 */
export function compileKnowledgebase(
  importer: Importer,
  sources: readonly SourceText[],
  kept: KeptContent = nothingKept,
): ImportResult {
  const tables = recognizeSources(importer, sources);
  const reference = readGeneReference(tables);
  const ontology = readDiseaseOntology(tables.diseaseTerms, tables.diseaseXrefs);
  const items = [...importer.read(tables.facts, reference)].map((item) =>
    resolveDisease(item, ontology),
  );
  const drafts = items.flatMap((item) => ("draft" in item.result ? [item.result.draft] : []));

  const drugs = compileTherapies(new Set(drafts.flatMap((draft) => draft.therapy?.drugs ?? [])), {
    synonyms: tables.drugSynonyms,
    targets: tables.drugTargets,
  });
  const genes = compileGenes(
    new Set([...drafts.flatMap(genesOf), ...kept.named.genes]),
    { mane: tables.maneSummary, aliases: tables.geneAliases },
    reference,
  );
  const diseases = compileDiseases(
    readOncotree(tables.oncotree),
    ontology,
    new Set([...drafts.flatMap((draft) => draft.disease.id ?? []), ...kept.named.diseases]),
    kept.diseases,
  );
  const coverage = describeCoverage(importer, items);
  const files = new Map<string, string>([
    ["manifest.json", format("manifest.json", makeManifest(importer, kept.manifest))],
    ["coverage.json", formatJson(coverage)],
    ["diseases.json", format("diseases.json", diseases, 400)],
    ["documents.json", format("documents.json", { documents: sortById(kept.documents) }, 400)],
    ["genes.json", format("genes.json", { genes }, 600)],
    [
      "therapies.json",
      format("therapies.json", { therapies: withKept(drugs.therapies, kept.therapies) }, 400),
    ],
  ]);
  for (const [gene, file] of compileStatements(drafts, drugs.idOf, kept.genes)) {
    const path = `statements/${gene}.json`;
    files.set(path, format(path, file));
  }
  return { files: new Map([...files].toSorted(([a], [b]) => compareText(a, b))), coverage };
}

/** Each file names its schema, so that an editor completes and marks. */
function format(path: string, file: object, width?: number): string {
  return formatJson({ ...file, $schema: schemaReference(path) }, width);
}

/** What was written by hand stands for the whole entry; what kept statements only need fills gaps. */
function withKept(
  compiled: readonly TherapyEntity[],
  kept: KeptContent["therapies"],
): { readonly id: string }[] {
  const entries = new Map<string, { readonly id: string }>();
  for (const entry of kept) if (entry.curated !== true) entries.set(entry.id, entry);
  for (const entry of compiled) entries.set(entry.id, entry);
  for (const entry of kept) if (entry.curated === true) entries.set(entry.id, entry);
  return sortById([...entries.values()]);
}

function sortById<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => compareText(a.id, b.id));
}

/** Gives a disease that is only named its id, and skips the item when that cannot be done. */
function resolveDisease(
  item: ImportedItem,
  ontology: ReadonlyMap<string, DiseaseTerm>,
): ImportedItem {
  if (!("draft" in item.result)) return item;
  const { draft, notes } = item.result;
  const { id: stated, name } = draft.disease;
  const id = stated !== null && ontology.has(stated) ? stated : namedDiseases.get(name);
  if (id === undefined) {
    const reason =
      "The disease has no id of the Disease Ontology and its name is not in the crosswalk.";
    return { ...item, result: { skipped: { code: "unknown-disease", reason } } };
  }
  const resolved: StatementDraft = { ...draft, disease: { id, name } };
  return { ...item, result: { draft: resolved, notes } };
}
