import { parseProteinChange } from "../annotate/protein-change.ts";
import type { Observation } from "../model/observation.ts";
import type { Knowledgebase, Statement } from "./knowledgebase.ts";

/**
 * Changes of oncogenes that a statement of sensitivity at level A or B names by themselves. A curated effect
 * of this kind is the only proof of activation in this version (spec matching 3).
 */
export function indexActivating(
  statements: readonly Statement[],
  genes: Knowledgebase["genes"],
): { has(observation: Observation): boolean } {
  const changes = new Set<string>();
  for (const { gene, variant, predicate, direction, evidenceLevel } of statements) {
    const [constraint, second] = variant.constraints;
    const role = genes.get(gene)?.role;
    if (constraint?.type !== "protein-change" || second !== undefined) continue;
    if (predicate !== "sensitivity" || direction !== "supports") continue;
    if (evidenceLevel !== "A" && evidenceLevel !== "B") continue;
    if (role !== "oncogene" && role !== "both") continue;
    changes.add(changeKey(constraint.gene, constraint.change));
  }
  return {
    has: ({ alteration }) =>
      alteration.kind === "small-variant" &&
      alteration.consequences.some(
        ({ gene, proteinChange }) =>
          proteinChange !== null && changes.has(changeKey(gene, proteinChange)),
      ),
  };
}

function changeKey(gene: string, change: string): string {
  return `${gene}:${parseProteinChange(change)?.text ?? change}`;
}
