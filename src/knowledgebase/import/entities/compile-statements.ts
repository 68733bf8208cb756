/** One file per gene: the alterations that its statements name, and the statements. */
import { compareText } from "../../../model/order.ts";
import { compareRecords } from "../../statements/compare-records.ts";
import { formatJson, type JsonValue } from "../format-json.ts";
import type { RawVariant } from "../../schema/schema-statements.ts";
import type { StatementDraft } from "../importer.ts";
import type { KeptGene } from "../kept-content.ts";

type VariantJson = {
  readonly id: string;
  readonly label: string;
  readonly constraints: readonly unknown[];
};

const nothingKept: KeptGene = { statements: [], variants: [], shared: [], $schema: undefined };

/** Files by gene. `idOf`: the therapy id of a drug name; `kept`: what of each gene is of other sources. */
export function compileStatements(
  drafts: readonly StatementDraft[],
  idOf: (drug: string) => string,
  kept: ReadonlyMap<string, KeptGene> = new Map(),
): Map<string, object> {
  const byGene = new Map<string, StatementDraft[]>();
  for (const [gene, { statements }] of kept) if (statements.length > 0) byGene.set(gene, []);
  for (const draft of drafts) byGene.set(draft.gene, [...(byGene.get(draft.gene) ?? []), draft]);
  const genes = [...byGene].toSorted(([a], [b]) => compareText(a, b));
  return new Map(
    genes.map(([gene, list]) => [
      gene,
      compileGene(gene, list, { idOf, kept: kept.get(gene) ?? nothingKept }),
    ]),
  );
}

function compileGene(
  gene: string,
  drafts: readonly StatementDraft[],
  { idOf, kept }: { idOf: (drug: string) => string; kept: KeptGene },
): object {
  const named = nameVariants(gene, drafts, kept.variants);
  const compiled = drafts.map((draft) => ({
    id: draft.id,
    variant: named.get(meaningOf(draft))?.id ?? gene,
    type: draft.type,
    predicate: draft.predicate,
    direction: draft.direction,
    therapy: draft.therapy
      ? {
          relation: draft.therapy.relation,
          drugs: [...new Set(draft.therapy.drugs.map(idOf))].toSorted(compareText),
        }
      : undefined,
    disease: draft.disease.id,
    evidenceLevel: draft.evidenceLevel,
    rating: draft.rating,
    origin: draft.origin,
    documents: draft.documents,
    source: { ...draft.source, reviewed: draft.source.reviewed || null },
  }));
  const statements = [...compiled, ...kept.statements].toSorted((a, b) =>
    compareRecords(a.id, b.id),
  );
  // Of one id the first counts: by hand before compiled before once compiled.
  const variants = new Map<string, VariantJson>();
  for (const variant of [...kept.variants, ...named.values(), ...kept.shared]) {
    if (!variants.has(variant.id)) variants.set(variant.id, variant);
  }
  const listed = [...variants.values()].toSorted((a, b) => compareText(a.id, b.id));
  return { $schema: kept.$schema, gene, variants: listed, statements };
}

/**
 * Variants by what they mean. Of the records that mean the same, the one that says most gives the coordinates. A variant that
 * was written by hand keeps its id to itself unless it is the very same.
 */
function nameVariants(
  gene: string,
  drafts: readonly StatementDraft[],
  byHand: readonly RawVariant[],
): Map<string, VariantJson> {
  const richest = new Map<string, StatementDraft["variant"]>();
  for (const draft of drafts) {
    const meaning = meaningOf(draft);
    const known = richest.get(meaning);
    if (!known || compareContent(draft.variant, known) < 0) richest.set(meaning, draft.variant);
  }
  const taken = new Map(byHand.map(({ id, constraints }) => [id, formatJson(constraints)]));
  const ordered = [...richest].toSorted(([a], [b]) => compareText(a, b));
  return new Map(
    ordered.map(([meaning, { label, constraints }]) => {
      const base = `${gene}:${label.replaceAll(" ", "-").replaceAll(/[<>"]/g, "-")}`;
      const text = formatJson(constraints);
      let id = base;
      for (let number = 2; taken.has(id) && taken.get(id) !== text; number++)
        id = `${base}-${number}`;
      taken.set(id, "");
      return [meaning, { id, label, constraints }];
    }),
  );
}

/** What a variant says apart from where it lies: its label and its constraints without coordinates. */
function meaningOf({ variant }: StatementDraft): string {
  const places = new Set(["alleles", "coding", "lifted", "transcript"]);
  const strip = (value: JsonValue | undefined): JsonValue => {
    if (typeof value !== "object" || value === null) return value ?? null;
    if (isList(value)) return value.map(strip);
    const kept = Object.entries(value).filter(([key]) => !places.has(key));
    return Object.fromEntries(kept.map(([key, item]) => [key, strip(item)]));
  };
  return formatJson([variant.label, ...variant.constraints.map(strip)]);
}

function compareContent(a: StatementDraft["variant"], b: StatementDraft["variant"]): number {
  const [left, right] = [formatJson(a.constraints), formatJson(b.constraints)];
  return right.length - left.length || compareText(left, right);
}

/** Every gene that a statement names, fusion partners among them. */
export function genesOf(draft: StatementDraft): string[] {
  return [draft.gene, ...draft.variant.constraints.flatMap(genesIn)];
}

function genesIn(value: JsonValue | undefined): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isList(value)) return value.flatMap(genesIn);
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === "string" && ["gene", "fivePrime", "threePrime"].includes(key)
      ? [item]
      : genesIn(item),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
