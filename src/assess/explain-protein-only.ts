import type { Observation } from "../model/observation.ts";
import type { Reason } from "../model/verdict.ts";
import type { ProteinEvidence } from "./verification/protein-evidence.ts";

/**
 * Says that a target rests on the amount of a protein alone (spec, clinical R8.4): it is a row of its own, and no alteration of
 * the gene itself is among the findings.
 */
export function explainProteinOnly(
  alterations: readonly Observation[],
  evidence: Pick<ProteinEvidence, "geneFindings">,
): Reason[] {
  const genes = alterations.flatMap(({ gene, alteration }) =>
    gene !== null && (alteration.kind === "ihc" || isProtein(alteration)) ? gene : [],
  );
  const isAll = genes.length === alterations.length && genes.length > 0;
  if (!isAll || genes.some((gene) => evidence.geneFindings(gene).length > 0)) return [];
  const names = [...new Set(genes)].join(", ");
  return [
    {
      code: "protein-only-target",
      text: `A target by its protein alone: no alteration of ${names} itself is among the findings.`,
    },
  ];
}

function isProtein(alteration: Observation["alteration"]): boolean {
  return alteration.kind === "expression" && alteration.molecule !== "rna";
}
