/** A user's own copy of the Molecular Oncology Almanac as a layer over a knowledgebase. Nothing of it ships. */
import type { Constraint } from "../../../constraints/constraints.ts";
import { compareText } from "../../../model/order.ts";
import type { KnowledgeIndex } from "../../index/build-index.ts";
import { schemaReference } from "../../folder/file-json-schemas.ts";
import type { Knowledgebase } from "../../knowledgebase.ts";
import { findVariant } from "../../statements/scaffold-statement.ts";
import { manifestSchema } from "../../schema/schema.ts";
import type { RawPredictive, RawVariant } from "../../schema/schema-statements.ts";
import { formatJson } from "../format-json.ts";
import type { SourceText } from "../reference/read-table.ts";
import { readBiomarker } from "./read-biomarker.ts";
import { type MoalmanacTables, readMoalmanac } from "./read-tables.ts";

export const moalmanacNotice =
  "Molecular Oncology Almanac (Van Allen lab): database under ODbL 1.0, repository under GPL-2.0. What is compiled from your copy is a " +
  "database derived from it: keep this attribution, and publish it under the ODbL if you publish it. metaction ships nothing of it.";

export interface MoalmanacImport {
  /** Path below the folder of the layer, to its text. */
  readonly files: ReadonlyMap<string, string>;
  readonly propositions: number;
  readonly compiled: number;
  /** Reasons with how many propositions they leave out. */
  readonly skipped: ReadonlyMap<string, number>;
}

const source = "Molecular Oncology Almanac";
const agencies: ReadonlyMap<string, string> = new Map([
  ["fda", "FDA"],
  ["ema", "EMA"],
]);

interface Draft {
  readonly gene: string;
  readonly statement: RawPredictive;
  readonly variant: RawVariant | null;
}

/**
 * One statement for each proposition that a standing label of the FDA or the EMA states. The source has no field that tells regular from
 * accelerated approval, so no `approvals` are written; agency and date are those of the labels in documents.json.
 */
export function compileMoalmanac(
  sources: readonly SourceText[],
  knowledgebase: Knowledgebase,
  index: Pick<KnowledgeIndex, "currentSymbol">,
): MoalmanacImport {
  const tables = readMoalmanac(sources);
  const drugs = new Map<string, NewDrug>();
  const documents = new Map<string, LabelDocument>();
  const skipped = new Map<string, number>();
  const drafts: Draft[] = [];
  for (const proposition of tables.propositions) {
    const draft = compile(proposition, { tables, knowledgebase, index, drugs, documents });
    if ("skipped" in draft) skipped.set(draft.skipped, (skipped.get(draft.skipped) ?? 0) + 1);
    else drafts.push(draft);
  }
  return {
    files: layOut(drafts, tables, { drugs, documents }),
    propositions: tables.propositions.length,
    compiled: drafts.length,
    skipped,
  };
}

type Proposition = MoalmanacTables["propositions"][number];

interface NewDrug {
  readonly id: string;
  readonly name: string;
  readonly ncit: string | null;
}

interface LabelDocument {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly url: string;
}

interface Context {
  readonly tables: MoalmanacTables;
  readonly knowledgebase: Knowledgebase;
  readonly index: Pick<KnowledgeIndex, "currentSymbol">;
  readonly drugs: Map<string, NewDrug>;
  readonly documents: Map<string, LabelDocument>;
}

function compile(proposition: Proposition, context: Context): Draft | { skipped: string } {
  if (proposition.predicate !== "predictSensitivityTo") {
    return { skipped: `no rule for ${proposition.predicate}` };
  }
  const labels = labelsOf(proposition, context);
  if (labels.length === 0) return { skipped: "no standing label of the FDA or the EMA" };
  const disease = diseaseOf(proposition, context);
  if (disease === null) return { skipped: "the tumor is not in the knowledgebase" };
  const altered = alterationOf(proposition, context);
  if ("skipped" in altered) return altered;
  for (const label of labels) context.documents.set(label.id, label);
  const drugs = drugsOf(proposition, context).toSorted(compareText);
  const statement: RawPredictive = {
    id: `moalmanac:P${proposition.id}`,
    variant: altered.variantId,
    type: "predictive",
    predicate: "sensitivity",
    direction: "supports",
    therapy: { relation: drugs.length === 1 ? "single" : "combination", drugs },
    disease,
    evidenceLevel: "A",
    rating: null,
    origin: altered.isGermline ? "germline" : null,
    documents: labels.map(({ id }) => id).toSorted(compareText),
    source: { name: source, record: `P${proposition.id}`, reviewed: null },
  };
  return { gene: altered.gene, statement, variant: altered.added };
}

function labelsOf({ id }: Proposition, { tables }: Context): LabelDocument[] {
  const documents = new Map(tables.documents.map((document) => [document.id, document]));
  const urls = new Map(tables.urls.map((entry) => [entry.id, entry.url]));
  const named = tables.statements
    .filter(({ proposition_id, direction }) => proposition_id === id && direction === "supports")
    .flatMap(({ reportedIn }) => reportedIn);
  return [...new Set(named)].flatMap((name): LabelDocument[] => {
    const document = documents.get(name);
    const publisher = agencies.get(document?.agent_id ?? "");
    const url = document?.urls
      .map((each) => urls.get(each))
      .find((each) => each?.startsWith("https://"));
    if (document === undefined || publisher === undefined || url === undefined) return [];
    if (document.status !== "Active" || document.documentType !== "Regulatory approval") return [];
    const brand = document.drug_name_brand ?? name;
    return [
      {
        id: `LABEL:moalmanac-${slug(name.replace(/^doc:/, ""))}`,
        title: `${brand}, ${publisher} label`.slice(0, 200),
        publisher,
        date: document.publication_date,
        url,
      },
    ];
  });
}

/** By OncoTree code, else by name; only what the knowledgebase describes. */
function diseaseOf(
  { conditionQualifier_id }: Proposition,
  { tables, knowledgebase }: Context,
): string | null {
  const disease = tables.diseases.find(({ id }) => id === conditionQualifier_id);
  if (disease === undefined) return null;
  const { nodes, solid } = knowledgebase.diseases;
  const [vocabulary, code = ""] = disease.primary_coding_id.split(":");
  const oncotree = `ONCOTREE:${code}`;
  if (vocabulary === "oncotree" && nodes.has(oncotree)) return oncotree;
  const [solidTumor] = solid;
  if (disease.name === "Any solid tumor" && solidTumor !== undefined) return solidTumor;
  const name = disease.name.toLowerCase();
  return [...nodes.values()].find((node) => node.name.toLowerCase() === name)?.id ?? null;
}

/** All biomarkers of a proposition at once; one that the knowledgebase already has keeps its id. */
function alterationOf(
  { biomarkers }: Proposition,
  { tables, knowledgebase, index }: Context,
):
  | { gene: string; variantId: string; added: RawVariant | null; isGermline: boolean }
  | { skipped: string } {
  const names = new Map(tables.genes.map((gene) => [gene.id, gene.name]));
  const parts = [];
  for (const id of biomarkers) {
    const biomarker = tables.biomarkers.find((each) => each.id === id);
    if (biomarker === undefined) return { skipped: "a biomarker is not in the files" };
    const genes = (biomarker.genes ?? []).flatMap((gene) => names.get(gene) ?? []);
    const read = readBiomarker(biomarker, genes, (name) => index.currentSymbol(name));
    if ("skipped" in read) return read;
    parts.push(read);
  }
  const [first, ...rest] = parts;
  if (first === undefined) return { skipped: "no biomarker" };
  const constraints: Constraint[] = [];
  for (const { constraint, gene, label } of parts) {
    const known = constraint ?? constraintOf(gene, label, knowledgebase);
    if (known === null) return { skipped: `no range is known for ${gene} ${label}` };
    constraints.push(known);
  }
  const isGermline = parts.some((part) => part.isGermline);
  if (rest.length === 0) {
    const asked = { gene: first.gene, name: first.label, constraint: constraints[0] ?? null };
    const found = findVariant(asked, knowledgebase);
    if (found !== null) {
      // A fusion may be described with its other partner.
      const [gene = first.gene] = found.id.split(":");
      return { gene, variantId: found.id, added: found.added, isGermline };
    }
  }
  const label = parts.map((part) => `${part.gene} ${part.label}`).join(" and ");
  const id = `${first.gene}:moalmanac-${biomarkers.map(String).join("-")}`;
  return { gene: first.gene, variantId: id, added: { id, label, constraints }, isGermline };
}

/** What a variant of this name is in the knowledgebase, where it is one constraint. */
function constraintOf(gene: string, name: string, knowledgebase: Knowledgebase): Constraint | null {
  const found = knowledgebase.statements.find(
    ({ variant }) => variant.id.startsWith(`${gene}:`) && variant.label.toLowerCase() === name,
  )?.variant.constraints;
  return found?.length === 1 ? (found[0] ?? null) : null;
}

function drugsOf({ therapy_id, therapy_group_id }: Proposition, context: Context): string[] {
  const { tables, knowledgebase, drugs } = context;
  const group = tables.therapyGroups.find(({ id }) => id === therapy_group_id);
  const ids = group?.therapies ?? (therapy_id === null ? [] : [therapy_id]);
  const named = tables.therapies.filter(({ id }) => ids.includes(id));
  const known = [...knowledgebase.therapies.values()];
  return named.map(({ name, primary_coding_id }) => {
    const ncit = /^ncit:(C\d+)$/.exec(primary_coding_id ?? "")?.[1] ?? null;
    const match =
      known.find((drug) => ncit !== null && drug.ncit === ncit) ??
      known.find((drug) => drug.name.toLowerCase() === name.toLowerCase());
    if (match !== undefined) return match.id;
    const drug = { id: slug(name), name, ncit };
    drugs.set(drug.id, drug);
    return drug.id;
  });
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function layOut(
  drafts: readonly Draft[],
  { about }: MoalmanacTables,
  { drugs, documents }: Pick<Context, "drugs" | "documents">,
): Map<string, string> {
  const files = new Map<string, string>();
  const write = (path: string, file: object, width?: number): void => {
    files.set(path, formatJson({ ...file, $schema: schemaReference(path) }, width));
  };
  const [year = "", month = ""] = about.last_updated.split("-");
  write("manifest.json", {
    version: `${year}.${Number(month)}.0`,
    date: about.last_updated,
    schemaVersion: manifestSchema.shape.schemaVersion.value,
    sources: [
      {
        name: source,
        date: about.last_updated,
        licence: "ODbL-1.0 (database), GPL-2.0 (repository)",
        url: "https://github.com/vanallenlab/moalmanac-db",
      },
    ],
  });
  const therapies = [...drugs.values()]
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((drug) => ({ ...drug, chembl: null, synonyms: [], targets: [], class: null, status: [] }));
  write("therapies.json", { therapies }, 400);
  const labels = [...documents.values()].toSorted((a, b) => compareText(a.id, b.id));
  write("documents.json", { documents: labels }, 400);
  const genes = [...new Set(drafts.map(({ gene }) => gene))].toSorted(compareText);
  for (const gene of genes) {
    const own = drafts.filter((draft) => draft.gene === gene);
    const variants = new Map<string, RawVariant>();
    for (const { variant } of own) if (variant !== null) variants.set(variant.id, variant);
    write(`statements/${gene}.json`, {
      gene,
      variants: [...variants.values()].toSorted((a, b) => compareText(a.id, b.id)),
      statements: own.map(({ statement }) => statement),
    });
  }
  return files;
}
