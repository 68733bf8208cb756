/** Finds the observations that can say something about a gene, so that no rule reads the whole case. */
import { locusOf, overlaps } from "../constraints/allele-text.ts";
import type { TestContext } from "../constraints/constraint-rule.ts";
import { alleleKey } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";

/** What has to be known of genes to place an observation in them. */
export interface GenePlaces {
  readonly geneSpan: TestContext["geneSpan"];
  /** The gene of an allele that the knowledgebase names, by `alleleKey`. */
  geneOfAllele(key: string): string | null;
}

/** Asked for the observations of a gene, sorted by id; remembers the answers. */
export type ObservationsOfGene = (gene: string) => readonly Observation[];

/**
 * A variant belongs to every gene that it is annotated with, to that of the allele that the knowledgebase names, and, without
 * annotation, to every gene whose span it touches.
 */
export function indexObservations(
  observations: readonly Observation[],
  places: GenePlaces,
): ObservationsOfGene {
  const sorted = observations.toSorted((a, b) => compareText(a.id, b.id));
  const byName = new Map<string, Observation[]>();
  for (const observation of sorted) {
    for (const gene of namedGenes(observation, places)) {
      const list = byName.get(gene) ?? [];
      list.push(observation);
      byName.set(gene, list);
    }
  }
  const unnamed = sorted.filter(isNotNamed);
  const byGene = new Map<string, readonly Observation[]>();
  return (gene) => {
    const known = byGene.get(gene);
    if (known !== undefined) return known;
    const named = byName.get(gene) ?? [];
    const lying = unnamed.filter((observation) => liesIn(observation, gene, places));
    const found =
      lying.length === 0
        ? named
        : [...new Set([...named, ...lying])].toSorted((a, b) => compareText(a.id, b.id));
    byGene.set(gene, found);
    return found;
  };
}

function namedGenes({ alteration, gene }: Observation, places: GenePlaces): ReadonlySet<string> {
  const own = gene === null ? [] : [gene];
  switch (alteration.kind) {
    case "small-variant": {
      const { allele } = alteration;
      const known = allele === null ? null : places.geneOfAllele(alleleKey(allele));
      const annotated = alteration.consequences.map((consequence) => consequence.gene);
      return new Set([...own, ...annotated, ...(known === null ? [] : [known])]);
    }
    case "fusion":
      return new Set(
        [gene, alteration.fivePrime, alteration.threePrime].filter((name) => name !== null),
      );
    case "copy-number":
    case "exon-change":
    case "expression":
      return new Set([...own, alteration.gene]);
    case "ihc":
      return new Set(own);
    case "signature":
      // Statements about the whole tumor are kept under the marker in place of a gene.
      return new Set([alteration.marker]);
  }
}

/** True of a small variant that only its place can tell the genes of. */
function isNotNamed({ alteration, gene }: Observation): boolean {
  return (
    gene === null && alteration.kind === "small-variant" && alteration.consequences.length === 0
  );
}

function liesIn({ alteration }: Observation, gene: string, { geneSpan }: GenePlaces): boolean {
  if (alteration.kind !== "small-variant" || alteration.allele === null) return false;
  const span = geneSpan(gene);
  return span !== null && overlaps(span, locusOf(alteration.allele));
}
