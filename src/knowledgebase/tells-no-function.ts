import type { Statement } from "./knowledgebase.ts";
import type { TherapyEntity } from "./schema.ts";

type Therapies = ReadonlyMap<string, Pick<TherapyEntity, "class" | "targets">>;

/**
 * True when a statement is about a drug that acts on the product of its own gene and names a variant because of what the drug binds: it works less
 * or not at all, or it is an antibody that still works (EGFR S492R resists cetuximab and not panitumumab). Either tells no function of the gene
 * (spec, clinical R6.1). Resistance to a drug against another protein is different: KRAS L19F resists cetuximab because it is active.
 */
export function tellsNoFunction(statement: Statement, therapies: Therapies): boolean {
  const { predicate, direction } = statement;
  const own = listOwnDrugs(statement, therapies);
  if (own.length === 0) return false;
  if (predicate === "sensitivity") {
    return (
      direction === "does not support" || own.every((drug) => drug.class === "monoclonal antibody")
    );
  }
  const resists = predicate === "resistance" || predicate === "reduced sensitivity";
  return resists && direction === "supports";
}

/** Those of the drugs, or of the members of their classes, that act on the product of the gene. */
function listOwnDrugs(
  { gene, therapy }: Statement,
  therapies: Therapies,
): Pick<TherapyEntity, "class" | "targets">[] {
  return therapy.drugs
    .flatMap((drug) => [drug, ...(drug.members ?? [])])
    .flatMap(({ id }) => therapies.get(id) ?? [])
    .filter(({ targets }) => targets.includes(gene));
}
