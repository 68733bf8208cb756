import { compareText } from "../../model/order.ts";
import { refuse } from "../../model/refusal.ts";
import type { Content } from "../content.ts";
import { describeDocument, recordUrl } from "./describe-document.ts";
import { makeDiseaseTree } from "../disease-tree.ts";
import type {
  CategoricalVariant,
  Knowledgebase,
  Layer,
  NamedDrug,
  NamedTherapy,
  OtherStatement,
  Statement,
  StatementDocument,
} from "../knowledgebase.ts";
import { remember } from "../../model/remember.ts";
import type { RawPredictive, RawStatement } from "../schema/schema-statements.ts";

type RawOther = Exclude<RawStatement, RawPredictive>;

/** What each layer is, and the layer of each statement by its id. */
interface Layering {
  readonly layers: readonly Layer[];
  readonly layerOf: ReadonlyMap<string, string>;
}

/** A statement as written, with what its file says around it. */
interface Placed<T> {
  readonly raw: T;
  readonly gene: string;
  readonly variant: CategoricalVariant;
}

/**
 * Turns ids into what they stand for. Every reference of a checked content resolves. One that does not is of a layer without
 * what it was built over, and throws a `Refusal` of kind knowledgebase. Each annotation of a case pays for this, so what no
 * case needs waits until it is asked for.
 */
export function resolveContent(
  content: Content,
  sha256: string,
  { layers, layerOf }: Layering = { layers: [], layerOf: new Map() },
): Knowledgebase {
  const { version, date, sources } = content.manifest;
  const predictive: Placed<RawPredictive>[] = [];
  const others: Placed<RawOther>[] = [];
  for (const { gene, variants, statements } of content.statements) {
    const known = new Map(variants.map((variant) => [variant.id, variant]));
    for (const raw of statements) {
      const variant = find(known, raw.variant);
      if (raw.type === "predictive") predictive.push({ raw, gene, variant });
      else others.push({ raw, gene, variant });
    }
  }
  const names = { ...nameEntities(content), layer: nameLayer(layerOf) };
  let otherStatements: readonly OtherStatement[] | undefined;
  return {
    version,
    date,
    sha256,
    layers,
    sources,
    statements: predictive.sort(byId).map((placed) => resolve(placed, names)),
    get otherStatements() {
      otherStatements ??= others.sort(byId).map((placed) => resolveOther(placed, names));
      return otherStatements;
    },
    genes: new Map(content.genes.map((gene) => [gene.symbol, gene])),
    diseases: names.diseases,
    therapies: names.therapies,
    verificationRules: content.verificationRules ?? [],
  };
}

function byId(a: Placed<RawStatement>, b: Placed<RawStatement>): number {
  return compareText(a.raw.id, b.raw.id);
}

/** What ids stand for. Each is made once, because statements share drugs and documents. */
function nameEntities({ therapies: listed, diseases: tree, documents, manifest }: Content) {
  const diseases = makeDiseaseTree(tree);
  const therapies = new Map(listed.map((therapy) => [therapy.id, therapy]));
  const described = new Map(documents.map((document) => [document.id, document]));
  const dates = new Map(manifest.sources.map((source) => [source.name, source.date]));
  const document = remember((id: string): StatementDocument => describeDocument(id, described));
  const drug = remember((id: string): NamedDrug => {
    const { name, members } = find(therapies, id);
    if (members === undefined) return { id, name };
    return { id, name, members: members.map((member) => drug(member)) };
  });
  return {
    diseases,
    therapies,
    documents: (ids: readonly string[]) => ids.map(document),
    therapy: ({ relation, drugs }: RawPredictive["therapy"]): NamedTherapy => ({
      relation,
      drugs: drugs.map(drug),
    }),
    disease: remember((id: string | null) => ({
      id,
      name: id === null ? "not stated" : find(diseases.nodes, id).name,
    })),
    source: ({ name, record, reviewed }: RawStatement["source"]) => ({
      name,
      record,
      date: reviewed ?? find(dates, name),
      url: recordUrl(name, record),
    }),
  };
}

type Names = ReturnType<typeof nameEntities> & { readonly layer: ReturnType<typeof nameLayer> };

function nameLayer(layerOf: ReadonlyMap<string, string>) {
  return (id: string): { layer?: string } => {
    const layer = layerOf.get(id);
    return layer === undefined ? {} : { layer };
  };
}

function resolve({ raw, gene, variant }: Placed<RawPredictive>, names: Names): Statement {
  return {
    ...names.layer(raw.id),
    id: raw.id,
    gene,
    variant,
    predicate: raw.predicate,
    direction: raw.direction,
    therapy: names.therapy(raw.therapy),
    disease: names.disease(raw.disease),
    evidenceLevel: raw.evidenceLevel,
    rating: raw.rating,
    origin: raw.origin,
    // Of thousands of statements a case cites a few.
    get documents() {
      return names.documents(raw.documents);
    },
    source: names.source(raw.source),
    approvals: (raw.approvals ?? []).map((approval) => ({
      ...approval,
      documents: names.documents(approval.documents),
    })),
    supersededBy:
      raw.supersededBy === undefined
        ? null
        : {
            therapy: names.therapy(raw.supersededBy.therapy),
            documents: names.documents(raw.supersededBy.documents),
          },
    escat: raw.escat ?? null,
  };
}

/** A switch because a type and its predicates belong together. */
function resolveOther({ raw, gene, variant }: Placed<RawOther>, names: Names): OtherStatement {
  const said = {
    ...names.layer(raw.id),
    id: raw.id,
    gene,
    variant,
    direction: raw.direction,
    disease: names.disease(raw.disease),
    evidenceLevel: raw.evidenceLevel,
    rating: raw.rating,
    origin: raw.origin,
    documents: names.documents(raw.documents),
    source: names.source(raw.source),
  };
  switch (raw.type) {
    case "diagnostic":
      return { ...said, type: raw.type, predicate: raw.predicate };
    case "prognostic":
      return { ...said, type: raw.type, predicate: raw.predicate };
    case "predisposing":
      return { ...said, type: raw.type, predicate: raw.predicate };
    case "functional":
      return { ...said, type: raw.type, predicate: raw.predicate };
  }
}

function find<T>(entries: ReadonlyMap<string, T>, id: string): T {
  const entry = entries.get(id);
  if (entry === undefined) {
    const text = `The knowledgebase does not describe ${id}.`;
    throw refuse("knowledgebase", "kb-unresolved", text, {
      hint: "A layer needs what it was built over: --kb ours before it, or build it again.",
    });
  }
  return entry;
}
