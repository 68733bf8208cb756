import type { TranscriptConsequence } from "../../model/alteration.ts";
import { compareText } from "../../model/order.ts";
import { compareSeverity } from "./rank-terms.ts";

/**
 * The one consequence that a reader is shown. In each gene the preferred transcript, then the most severe consequence, then
 * the first transcript id; between genes the most severe of these, so that a gene that is hit goes before a neighbor that
 * the variant merely lies upstream of. Null for an empty list; the order of the list does not matter.
 */
export function chooseConsequence(
  consequences: readonly TranscriptConsequence[],
): TranscriptConsequence | null {
  const byGene = new Map<string, TranscriptConsequence>();
  for (const consequence of consequences) {
    const best = byGene.get(consequence.gene);
    if (!best || compareInGene(consequence, best) < 0) byGene.set(consequence.gene, consequence);
  }
  const [chosen = null] = [...byGene.values()].sort(compareGenes);
  return chosen;
}

function compareInGene(a: TranscriptConsequence, b: TranscriptConsequence): number {
  return Number(b.preferred) - Number(a.preferred) || compareSeverity(a, b) || compareNames(a, b);
}

function compareGenes(a: TranscriptConsequence, b: TranscriptConsequence): number {
  return (
    compareSeverity(a, b) ||
    Number(b.preferred) - Number(a.preferred) ||
    compareText(a.gene, b.gene)
  );
}

/** A named transcript before none, a protein change before none; then by text. */
function compareNames(a: TranscriptConsequence, b: TranscriptConsequence): number {
  return (
    compareNullable(a.transcript, b.transcript) ||
    compareNullable(a.proteinChange, b.proteinChange) ||
    compareNullable(a.codingChange, b.codingChange)
  );
}

function compareNullable(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}
