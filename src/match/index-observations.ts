/** Finds the observations that can say something about a gene or an allele, so that no rule reads the whole case. */
import { locusOf, overlaps } from "../constraints/allele-text.ts";
import type { AtomicRule, TestContext } from "../constraints/constraint-rule.ts";
import type { Constraint } from "../constraints/constraints.ts";
import { alleleKey } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";

export interface ObservationIndex {
  /** Sorted by id. A variant without annotation belongs to every gene whose span it touches. */
  ofGene(gene: string): readonly Observation[];
  /** Sorted by id: those of the genes, and the variants that the constraint names by allele. */
  candidatesOf(rule: AtomicRule<Constraint>, constraint: Constraint): readonly Observation[];
}

/** `geneSpan` is asked on the assembly of the case. */
export function indexObservations(
  observations: readonly Observation[],
  geneSpan: TestContext["geneSpan"],
): ObservationIndex {
  const sorted = observations.toSorted((a, b) => compareText(a.id, b.id));
  const ofAllele = new Map(
    sorted.flatMap((observation) =>
      observation.alteration.kind === "small-variant"
        ? [[alleleKey(observation.alteration.allele), observation] as const]
        : [],
    ),
  );
  const byGene = new Map<string, readonly Observation[]>();
  const ofGene = (gene: string): readonly Observation[] => {
    const known = byGene.get(gene);
    if (known !== undefined) return known;
    const found = sorted.filter((observation) => concerns(observation, gene, geneSpan));
    byGene.set(gene, found);
    return found;
  };
  return {
    ofGene,
    candidatesOf(rule, constraint) {
      const named = rule
        .alleles(constraint)
        .flatMap((allele) => ofAllele.get(alleleKey(allele)) ?? []);
      const inGenes = rule.genes(constraint).flatMap(ofGene);
      const all = new Set([...inGenes, ...named]);
      return [...all].toSorted((a, b) => compareText(a.id, b.id));
    },
  };
}

function concerns(
  { alteration, gene: ownGene }: Observation,
  gene: string,
  geneSpan: TestContext["geneSpan"],
): boolean {
  if (ownGene === gene) return true;
  switch (alteration.kind) {
    case "small-variant": {
      if (alteration.consequences.length > 0) {
        return alteration.consequences.some((consequence) => consequence.gene === gene);
      }
      const span = ownGene === null ? geneSpan(gene) : null;
      return span !== null && overlaps(span, locusOf(alteration.allele));
    }
    case "fusion":
      return alteration.fivePrime === gene || alteration.threePrime === gene;
    case "copy-number":
    case "expression":
      return alteration.gene === gene;
  }
}
