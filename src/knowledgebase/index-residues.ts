import { parseProteinChange } from "../annotate/protein-change.ts";
import { atomicParts } from "../constraints/constraints.ts";
import type { Statement } from "./knowledgebase.ts";

/** Residues that statements name, by `gene:residue:position`: substitutions and codons, wherever they nest in a variant. */
export function indexResidues(statements: readonly Statement[]): ReadonlySet<string> {
  const variants = new Set(statements.map(({ variant }) => variant));
  const residues = new Set<string>();
  const parts = [...variants].flatMap((variant) => variant.constraints.flatMap(atomicParts));
  for (const { constraint: part } of parts) {
    if (part.type === "codon") residues.add(residueKey(part.gene, part.residue, part.position));
    if (part.type !== "protein-change") continue;
    const change = parseProteinChange(part.change);
    if (change?.kind === "missense") {
      residues.add(residueKey(part.gene, change.refStart, change.start));
    }
  }
  return residues;
}

/** `residue`: one letter; `position`: 1-based. */
export function residueKey(gene: string, residue: string, position: number): string {
  return `${gene}:${residue}:${position}`;
}
