import { compareText } from "../model/order.ts";
import type { Content } from "./content.ts";
import { describeDocument, recordUrl } from "./describe-document.ts";
import { makeDiseaseTree } from "./disease-tree.ts";
import type { CategoricalVariant, Knowledgebase, NamedDrug, Statement } from "./knowledgebase.ts";
import type { RawStatement } from "./schema.ts";

/**
 * Turns ids into what they stand for. Every reference of a checked content resolves; one that does not
 * is a bug or a forged file, and throws.
 */
export function resolveContent(content: Content, sha256: string): Knowledgebase {
  const { version, date, sources } = content.manifest;
  const therapies = new Map(content.therapies.map((therapy) => [therapy.id, therapy]));
  const diseases = makeDiseaseTree(content.diseases);
  const sourceDates = new Map(sources.map((source) => [source.name, source.date]));

  const nameDrug = (id: string): NamedDrug => {
    const { name, members } = find(therapies, id);
    if (members === undefined) return { id, name };
    return { id, name, members: members.map((member) => nameDrug(member)) };
  };

  const resolve = (raw: RawStatement, gene: string, variant: CategoricalVariant): Statement => ({
    id: raw.id,
    gene,
    variant,
    predicate: raw.predicate,
    direction: raw.direction,
    therapy: {
      relation: raw.therapy.relation,
      drugs: raw.therapy.drugs.map(nameDrug),
    },
    disease: {
      id: raw.disease,
      name: raw.disease === null ? "not stated" : find(diseases.nodes, raw.disease).name,
    },
    evidenceLevel: raw.evidenceLevel,
    rating: raw.rating,
    origin: raw.origin,
    documents: raw.documents.map(describeDocument),
    source: {
      name: raw.source.name,
      record: raw.source.record,
      date: raw.source.reviewed ?? find(sourceDates, raw.source.name),
      url: recordUrl(raw.source.name, raw.source.record),
    },
  });

  const statements = content.statements.flatMap((file) => {
    const variants = new Map(file.variants.map((variant) => [variant.id, variant]));
    return file.statements.map((raw) => resolve(raw, file.gene, find(variants, raw.variant)));
  });
  return {
    version,
    date,
    sha256,
    sources,
    statements: statements.sort((a, b) => compareText(a.id, b.id)),
    genes: new Map(content.genes.map((gene) => [gene.symbol, gene])),
    diseases,
    therapies,
  };
}

function find<T>(entries: ReadonlyMap<string, T>, id: string): T {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`the knowledgebase does not describe ${id}`);
  return entry;
}
