import type { Statement } from "../knowledgebase.ts";
import type { TherapyEntity } from "../schema/schema.ts";

type Therapies = ReadonlyMap<string, Pick<TherapyEntity, "class" | "targets">>;

/**
 * True when a statement is about a drug that acts on the product of its own gene and names a variant because of what the drug binds: it works less
 * or not at all, or it is an antibody that still works (EGFR S492R resists cetuximab and not panitumumab). Either tells no function of the gene
 * (spec, clinical R6.1). Resistance to a drug against another protein is different: KRAS L19F resists cetuximab because it is active.
 */
export function tellsNoFunction(
  { gene, predicate, direction, therapy }: Statement,
  therapies: Therapies,
): boolean {
  const isOfAntibody = predicate === "sensitivity" && direction !== "does not support";
  const resists =
    (predicate === "resistance" || predicate === "reduced sensitivity") && direction === "supports";
  if (predicate !== "sensitivity" && !resists) return false;
  // Asked of every statement when the index is made, so nothing is built here.
  let isAnyOwn = false;
  for (const drug of therapy.drugs) {
    const parts = drug.members === undefined ? [drug] : [drug, ...drug.members];
    for (const { id } of parts) {
      const known = therapies.get(id);
      if (known === undefined || !known.targets.includes(gene)) continue;
      isAnyOwn = true;
      if (isOfAntibody && known.class !== "monoclonal antibody") return false;
    }
  }
  return isAnyOwn;
}
