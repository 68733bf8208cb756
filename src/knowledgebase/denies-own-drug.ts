import type { Statement } from "./knowledgebase.ts";
import type { TherapyEntity } from "./schema.ts";

/**
 * True when a statement says that a drug which acts on the product of its own gene works less or not at all. Such a statement names a variant
 * because it changes what the drug binds, or because nothing came of it, and tells no function of the gene (spec, clinical R6.1). Resistance to a
 * drug against another protein is different: KRAS L19F resists cetuximab because it is active.
 */
export function deniesOwnDrug(
  { gene, predicate, direction, therapy }: Statement,
  therapies: ReadonlyMap<string, Pick<TherapyEntity, "targets">>,
): boolean {
  const denies =
    (predicate === "sensitivity" && direction === "does not support") ||
    ((predicate === "resistance" || predicate === "reduced sensitivity") &&
      direction === "supports");
  return (
    denies &&
    therapy.drugs
      .flatMap((drug) => [drug, ...(drug.members ?? [])])
      .some(({ id }) => therapies.get(id)?.targets.includes(gene) ?? false)
  );
}
