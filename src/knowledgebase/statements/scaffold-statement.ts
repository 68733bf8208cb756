/** A new statement from what a curator says about it, with the variant that it needs. */
import type { Constraint } from "../../constraints/constraints.ts";
import { compareText } from "../../model/order.ts";
import { canonicalJson } from "../canonical-json.ts";
import { compareRecords } from "./compare-records.ts";
import type { CategoricalVariant, Knowledgebase } from "../knowledgebase.ts";
import type { RawStatement, RawVariant } from "../schema/schema-statements.ts";
import { statementsAbout } from "./statements-about.ts";

/**
 * The variant of the knowledgebase that means the same, by its name or by its constraint without coordinates; else a new one
 * without coordinates. `name`: as the curator writes it.
 */
export function findVariant(
  asked: { readonly gene: string; readonly name: string; readonly constraint: Constraint | null },
  knowledgebase: Knowledgebase,
): { readonly id: string; readonly added: RawVariant | null } | null {
  const { gene, name, constraint } = asked;
  const known = new Set(statementsAbout(gene, knowledgebase).map(({ variant }) => variant));
  const isNamed = ({ id, label }: CategoricalVariant): boolean =>
    [id, label].some((each) => each.toLowerCase() === name.toLowerCase());
  const same =
    [...known].find((variant) => isNamed(variant) && variant.id.startsWith(`${gene}:`)) ??
    [...known].find((variant) => constraint !== null && means(variant, constraint));
  if (same !== undefined) return { id: same.id, added: null };
  if (constraint === null) return null;
  const label = constraint.type === "protein-change" ? constraint.change : name;
  const id = `${gene}:${label.replaceAll(/[\s<>"]+/g, "-")}`;
  return { id, added: { id, label, constraints: [constraint] } };
}

const places: ReadonlySet<string> = new Set(["alleles", "coding", "lifted", "term", "transcript"]);

function means({ constraints }: CategoricalVariant, constraint: Constraint): boolean {
  const [only, more] = constraints;
  if (only === undefined || more !== undefined) return false;
  const bare = Object.fromEntries(Object.entries(only).filter(([key]) => !places.has(key)));
  return canonicalJson(bare) === canonicalJson(constraint);
}

/** A gene file with a statement, and with the variant that it needs, each at its place in the order of the file. */
export function addToFile<
  T extends { variants: readonly RawVariant[]; statements: readonly RawStatement[] },
>(file: T, { statement, variant }: { statement: RawStatement; variant: RawVariant | null }): T {
  const variants = variant === null ? file.variants : [...file.variants, variant];
  return {
    ...file,
    variants: variants.toSorted((a, b) => compareText(a.id, b.id)),
    statements: [...file.statements, statement].toSorted((a, b) => compareRecords(a.id, b.id)),
  };
}
