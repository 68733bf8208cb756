import { parseProteinChange } from "../../annotate/protein-change.ts";
import type { Constraint } from "../../constraints/constraints.ts";
import { compareText } from "../../model/order.ts";
import type { Knowledgebase, Statement } from "../knowledgebase.ts";

/** Ids of statements by what they name: a canonical change (`V600E`) or a codon with its residue (`G719`). */
export type NamedChanges = ReadonlyMap<string, readonly string[]>;

/**
 * By gene: changes of oncogenes that a statement of sensitivity at level A or B names, by themselves or in a list of
 * alternatives (a label that lists C420R, E542K and H1047R). Codons stand for every missense change of them.
 */
export function indexOncogenic(
  statements: readonly Statement[],
  genes: Knowledgebase["genes"],
): ReadonlyMap<string, NamedChanges> {
  const byGene = new Map<string, Map<string, string[]>>();
  for (const { id, variant, predicate, direction, evidenceLevel } of statements) {
    const [constraint, second] = variant.constraints;
    if (constraint === undefined || second !== undefined) continue;
    if (predicate !== "sensitivity" || direction !== "supports") continue;
    if (evidenceLevel !== "A" && evidenceLevel !== "B") continue;
    for (const { gene, change } of namedIn(constraint)) {
      const role = genes.get(gene)?.role;
      if (role !== "oncogene" && role !== "both") continue;
      const changes = byGene.get(gene) ?? new Map<string, string[]>();
      byGene.set(gene, changes);
      changes.set(change, [...(changes.get(change) ?? []), id].toSorted(compareText));
    }
  }
  return byGene;
}

function namedIn(constraint: Constraint): { gene: string; change: string }[] {
  if (constraint.type === "any") return constraint.constraints.flatMap(namedIn);
  if (constraint.type === "codon") {
    return [{ gene: constraint.gene, change: `${constraint.residue}${constraint.position}` }];
  }
  if (constraint.type !== "protein-change") return [];
  const { gene, change } = constraint;
  return [{ gene, change: parseProteinChange(change)?.text ?? change }];
}
