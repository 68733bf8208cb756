/** A statement about copies of a gene of which no change was seen: unchanged, or not covered? */
import type { GeneCopies } from "../annotate/copy-number/gene-copies.ts";
import type { Constraint } from "../constraints/constraints.ts";
import { type Evaluation, withoutObservation } from "./evaluation.ts";

/** Genes that the copy numbers of the case cover, with what was read of each. */
export type CoveredGenes = ReadonlyMap<string, Pick<GeneCopies, "hasAlleles" | "isAdjusted">>;

const specificity = "consequence in gene";

/**
 * What is not covered is not unchanged (spec, matching 5). An allele is there only where alleles were counted; a second hit may also be
 * another variant or a methylation, so that two alleles do not exclude it. Null when the copy numbers speak against the constraint.
 */
export function testUnseenCopies(
  constraint: Constraint,
  genes: readonly string[],
  covered: CoveredGenes,
): Evaluation | null {
  const missing = genes.filter((gene) => !covered.has(gene));
  if (missing.length > 0) {
    const text = `The copy numbers do not cover ${missing.join(", ")}.`;
    return open("copy-number-not-covered", text);
  }
  if (constraint.type !== "other-assay") return null;
  const { gene, assay } = constraint;
  if (covered.get(gene)?.hasAlleles !== true) {
    return open(
      "alleles-not-told-apart",
      `The copy numbers do not tell the alleles of ${gene} apart.`,
    );
  }
  return assay === "second hit"
    ? open(
        "second-hit-not-shown",
        `Both alleles of ${gene} are there; a second hit may be of another kind.`,
      )
    : null;
}

function open(code: string, text: string): Evaluation {
  return withoutObservation("undetermined", { specificity, reason: { code, text } });
}
