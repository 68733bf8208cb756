/** The consequence of a small variant that a finding shows. */
import { chooseConsequence } from "../annotate/consequences/choose-consequence.ts";
import type { SmallVariant, TranscriptConsequence } from "../model/alteration.ts";

/** The chosen consequence in `gene` where there is one there, else in any gene; null when nothing is known. */
export function consequenceInGene(
  variant: SmallVariant,
  gene: string | null,
): TranscriptConsequence | null {
  const inGene = variant.consequences.filter((consequence) => consequence.gene === gene);
  return chooseConsequence(inGene.length > 0 ? inGene : variant.consequences);
}
