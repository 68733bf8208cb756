/** One file per gene: the alterations that its statements name, and the statements. */
import { compareText } from "../../../model/order.ts";
import { formatJson, type JsonValue } from "../format-json.ts";
import type { ConstraintJson, StatementDraft } from "../importer.ts";

type VariantJson = {
  readonly id: string;
  readonly label: string;
  readonly constraints: readonly ConstraintJson[];
};

/** Files by gene. `idOf`: the therapy id of a drug name. */
export function compileStatements(
  drafts: readonly StatementDraft[],
  idOf: (drug: string) => string,
): Map<string, JsonValue> {
  const byGene = new Map<string, StatementDraft[]>();
  for (const draft of drafts) byGene.set(draft.gene, [...(byGene.get(draft.gene) ?? []), draft]);
  const genes = [...byGene].toSorted(([a], [b]) => compareText(a, b));
  return new Map(genes.map(([gene, list]) => [gene, compileGene(gene, list, idOf)]));
}

function compileGene(
  gene: string,
  drafts: readonly StatementDraft[],
  idOf: (drug: string) => string,
): JsonValue {
  const variants = new Map<string, VariantJson>();
  const ordered = drafts.toSorted((a, b) => compareRecords(a.id, b.id));
  const statements = ordered.map((draft) => {
    const variant = nameVariant(gene, draft, variants);
    variants.set(variant.id, variant);
    return {
      id: draft.id,
      variant: variant.id,
      predicate: draft.predicate,
      direction: draft.direction,
      therapy: {
        relation: draft.therapy.relation,
        drugs: [...new Set(draft.therapy.drugs.map(idOf))].toSorted(compareText),
      },
      disease: draft.disease.id,
      evidenceLevel: draft.evidenceLevel,
      rating: draft.rating,
      origin: draft.origin,
      documents: draft.documents,
      source: { ...draft.source, reviewed: draft.source.reviewed || null },
    };
  });
  return {
    gene,
    variants: [...variants.values()].toSorted((a, b) => compareText(a.id, b.id)),
    statements,
  };
}

/** Records of one variant share it; two variants of one name that say different things are told apart by a number. */
function nameVariant(
  gene: string,
  draft: StatementDraft,
  known: ReadonlyMap<string, VariantJson>,
): VariantJson {
  const { label, constraints } = draft.variant;
  const base = `${gene}:${label.replaceAll(" ", "-").replaceAll(/[<>"]/g, "-")}`;
  const content = formatJson(constraints);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    const other = known.get(id);
    if (!other || formatJson(other.constraints) === content) return { id, label, constraints };
  }
}

/** `civic:EID99` before `civic:EID100`. */
function compareRecords(a: string, b: string): number {
  const number = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);
  return number(a) - number(b) || compareText(a, b);
}

/** Every gene that a statement names, fusion partners among them. */
export function genesOf(draft: StatementDraft): string[] {
  return [draft.gene, ...draft.variant.constraints.flatMap(genesIn)];
}

function genesIn(value: JsonValue | undefined): string[] {
  if (typeof value !== "object" || value === null) return [];
  const isList = (item: JsonValue): item is readonly JsonValue[] => Array.isArray(item);
  if (isList(value)) return value.flatMap(genesIn);
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === "string" && ["gene", "fivePrime", "threePrime"].includes(key) ? [item] : genesIn(item),
  );
}
