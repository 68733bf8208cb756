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
  const placed = observations
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((observation) => ({ observation, genes: namedGenes(observation, places) }));
  const byGene = new Map<string, readonly Observation[]>();
  return (gene) => {
    const known = byGene.get(gene);
    if (known !== undefined) return known;
    const found = placed
      .filter(({ observation, genes }) => genes.has(gene) || mayLieIn(observation, gene, places))
      .map(({ observation }) => observation);
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

function mayLieIn(
  { alteration, gene: ownGene }: Observation,
  gene: string,
  { geneSpan }: GenePlaces,
): boolean {
  if (alteration.kind !== "small-variant" || alteration.consequences.length > 0) return false;
  const span = ownGene === null ? geneSpan(gene) : null;
  const { allele } = alteration;
  return span !== null && allele !== null && overlaps(span, locusOf(allele));
}
