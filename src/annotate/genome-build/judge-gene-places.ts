import type { Assembly, Locus } from "../../model/locus.ts";
import { assemblies } from "../../model/locus.ts";

/** A place that a file gives for a named gene. */
export interface PlaceOfGene {
  readonly gene: string;
  readonly contig: string;
  readonly position: number;
}

/** A breakpoint may lie a little way from the gene that it is counted to. */
const flank = 5_000;

/** How many of the places lie in or beside their gene on one build and not on the other, by that build. */
export function judgeGenePlaces(
  places: readonly PlaceOfGene[],
  spanOf: (gene: string, assembly: Assembly) => Locus | null,
): Readonly<Record<Assembly, number>> {
  const counts = { GRCh37: 0, GRCh38: 0 };
  for (const { gene, contig, position } of places) {
    const [only, other] = assemblies.filter((assembly) => {
      const span = spanOf(gene, assembly);
      if (span === null || span.contig !== contig) return false;
      return span.start - flank <= position && position <= span.end + flank;
    });
    if (only !== undefined && other === undefined) counts[only] += 1;
  }
  return counts;
}
