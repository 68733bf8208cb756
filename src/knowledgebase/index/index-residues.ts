import { parseProteinChange } from "../../annotate/protein-change.ts";
import { atomicParts, type Constraint } from "../../constraints/constraints.ts";
import type { Statement } from "../knowledgebase.ts";
import { remember } from "../../model/remember.ts";

/**
 * Residues of a gene that statements name, as `V600`: substitutions and codons, wherever they nest in a variant. Those of a gene are
 * read when it is asked for.
 */
export function indexResidues(
  statements: readonly Statement[],
): (gene: string) => ReadonlySet<string> {
  const variants = new Set(statements.map(({ variant }) => variant));
  const named = new Map<string, Constraint[]>();
  for (const { constraint } of [...variants].flatMap((variant) =>
    variant.constraints.flatMap(atomicParts),
  )) {
    if (constraint.type !== "codon" && constraint.type !== "protein-change") continue;
    const parts = named.get(constraint.gene) ?? [];
    parts.push(constraint);
    named.set(constraint.gene, parts);
  }
  return remember((gene: string) => new Set((named.get(gene) ?? []).flatMap(residueOf)));
}

function residueOf(constraint: Constraint): string[] {
  if (constraint.type === "codon") return [`${constraint.residue}${constraint.position}`];
  if (constraint.type !== "protein-change") return [];
  const change = parseProteinChange(constraint.change);
  return change?.kind === "missense" ? [`${change.refStart}${change.start}`] : [];
}
