import { compareText } from "../model/order.ts";
import { refuse } from "../model/refusal.ts";
import type { Content } from "./content.ts";
import { describeDocument, recordUrl } from "./describe-document.ts";
import { makeDiseaseTree } from "./disease-tree.ts";
import type {
  CategoricalVariant,
  Knowledgebase,
  Layer,
  NamedDrug,
  NamedTherapy,
  OtherStatement,
  Statement,
  StatementDocument,
} from "./knowledgebase.ts";
import type { RawPredictive, RawStatement } from "./schema-statements.ts";

/** What each layer is, and the layer of each statement by its id. */
interface Layering {
  readonly layers: readonly Layer[];
  readonly layerOf: ReadonlyMap<string, string>;
}

/**
 * Turns ids into what they stand for. Every reference of a checked content resolves. One that does not is of a layer without
 * what it was built over, and throws a `Refusal` of kind knowledgebase.
 */
export function resolveContent(
  content: Content,
  sha256: string,
  { layers, layerOf }: Layering = { layers: [], layerOf: new Map() },
): Knowledgebase {
  const { version, date, sources } = content.manifest;
  const diseases = makeDiseaseTree(content.diseases);
  const therapies = new Map(content.therapies.map((therapy) => [therapy.id, therapy]));
  const described = new Map(content.documents.map((document) => [document.id, document]));
  const sourceDates = new Map(sources.map((source) => [source.name, source.date]));
  const document = (id: string): StatementDocument => describeDocument(id, described);
  const nameDrug = (id: string): NamedDrug => {
    const { name, members } = find(therapies, id);
    if (members === undefined) return { id, name };
    return { id, name, members: members.map((member) => nameDrug(member)) };
  };
  const nameTherapy = ({ relation, drugs }: RawPredictive["therapy"]): NamedTherapy => ({
    relation,
    drugs: drugs.map(nameDrug),
  });

  const claim = (raw: RawStatement, gene: string, variant: CategoricalVariant) => ({
    ...nameLayer(layerOf.get(raw.id)),
    id: raw.id,
    gene,
    variant,
    disease: {
      id: raw.disease,
      name: raw.disease === null ? "not stated" : find(diseases.nodes, raw.disease).name,
    },
    evidenceLevel: raw.evidenceLevel,
    rating: raw.rating,
    origin: raw.origin,
    documents: raw.documents.map(document),
    source: {
      name: raw.source.name,
      record: raw.source.record,
      date: raw.source.reviewed ?? find(sourceDates, raw.source.name),
      url: recordUrl(raw.source.name, raw.source.record),
    },
  });

  const statements: Statement[] = [];
  const otherStatements: OtherStatement[] = [];
  for (const file of content.statements) {
    const variants = new Map(file.variants.map((variant) => [variant.id, variant]));
    for (const raw of file.statements) {
      const said = claim(raw, file.gene, find(variants, raw.variant));
      if (raw.type !== "predictive") {
        otherStatements.push(withoutTherapy(raw, said));
        continue;
      }
      const { predicate, supersededBy, escat = null, approvals = [] } = raw;
      statements.push({
        ...said,
        predicate,
        direction: raw.direction,
        therapy: nameTherapy(raw.therapy),
        approvals: approvals.map((each) => ({ ...each, documents: each.documents.map(document) })),
        supersededBy:
          supersededBy === undefined
            ? null
            : {
                therapy: nameTherapy(supersededBy.therapy),
                documents: supersededBy.documents.map(document),
              },
        escat,
      });
    }
  }
  return {
    version,
    date,
    sha256,
    layers,
    sources,
    statements: statements.sort((a, b) => compareText(a.id, b.id)),
    otherStatements: otherStatements.sort((a, b) => compareText(a.id, b.id)),
    genes: new Map(content.genes.map((gene) => [gene.symbol, gene])),
    diseases,
    therapies,
  };
}

/** A switch because a type and its predicates belong together. */
function withoutTherapy(
  raw: Exclude<RawStatement, RawPredictive>,
  said: Omit<OtherStatement, "type" | "predicate" | "direction">,
): OtherStatement {
  const { direction } = raw;
  switch (raw.type) {
    case "diagnostic":
      return { ...said, direction, type: raw.type, predicate: raw.predicate };
    case "prognostic":
      return { ...said, direction, type: raw.type, predicate: raw.predicate };
    case "predisposing":
      return { ...said, direction, type: raw.type, predicate: raw.predicate };
    case "functional":
      return { ...said, direction, type: raw.type, predicate: raw.predicate };
  }
}

function nameLayer(layer: string | undefined): { layer?: string } {
  return layer === undefined ? {} : { layer };
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
