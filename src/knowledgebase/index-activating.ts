import { parseProteinChange } from "../annotate/protein-change.ts";
import type { Observation } from "../model/observation.ts";
import type { Knowledgebase, Statement } from "./knowledgebase.ts";
import { remember } from "./remember.ts";

/**
 * Changes of oncogenes that a statement of sensitivity at level A or B names by themselves. A curated effect
 * of this kind is the only proof of activation in this version (spec matching 3).
 */
export function indexActivating(
  statements: readonly Statement[],
  genes: Knowledgebase["genes"],
): { has(observation: Observation): boolean } {
  // Texts by gene; those of a gene are read when it is asked for.
  const named = new Map<string, string[]>();
  for (const { gene, variant, predicate, direction, evidenceLevel } of statements) {
    const [constraint, second] = variant.constraints;
    const role = genes.get(gene)?.role;
    if (constraint?.type !== "protein-change" || second !== undefined) continue;
    if (predicate !== "sensitivity" || direction !== "supports") continue;
    if (evidenceLevel !== "A" && evidenceLevel !== "B") continue;
    if (role !== "oncogene" && role !== "both") continue;
    const texts = named.get(constraint.gene) ?? [];
    texts.push(constraint.change);
    named.set(constraint.gene, texts);
  }
  const changesOf = remember((asked: string) => new Set((named.get(asked) ?? []).map(nameChange)));
  return {
    has: ({ alteration }) =>
      alteration.kind === "small-variant" &&
      alteration.consequences.some(
        ({ gene, proteinChange }) =>
          proteinChange !== null && changesOf(gene).has(nameChange(proteinChange)),
      ),
  };
}

function nameChange(change: string): string {
  return parseProteinChange(change)?.text ?? change;
}
