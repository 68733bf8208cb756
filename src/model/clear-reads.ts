/** When reads hold an allele, whatever the genotype says of it. */
import type { ReadSupport } from "./observation.ts";
import { makeProblem, type Problem, type ProblemWhere } from "./problem.ts";

/** Fewer reads of an allele may be errors of sequencing: the usual k of callers (spec, clinical R12), also of the comparison of lesions. */
const leastReads = 3;
/** A smaller fraction may be errors of sequencing as well (our choice). */
const leastFraction = 0.02;

/** True where enough reads hold an allele to take it for more than errors of sequencing; false where they are not counted. */
export function hasClearReads({ vaf, altReads }: Pick<ReadSupport, "vaf" | "altReads">): boolean {
  return vaf !== null && vaf >= leastFraction && (altReads ?? leastReads) >= leastReads;
}

/**
 * What is wrong with a genotype that is without an allele that its own reads hold: `the genotype lacks an allele that 40 of 100 reads hold`. Null: it
 * is not so.
 */
export function describeOpposed(
  support: Pick<ReadSupport, "vaf" | "altReads" | "depth" | "genotype">,
): string | null {
  const { genotype, altReads, depth } = support;
  if (genotype === "alt called" || genotype === "absent" || !hasClearReads(support)) return null;
  const reads = altReads === null || depth === null ? "its reads" : `${altReads} of ${depth} reads`;
  return genotype === "no call"
    ? `the genotype is missing beside an allele that ${reads} hold`
    : `the genotype lacks an allele that ${reads} hold`;
}

/** The problem with such a genotype of a record. `label`: of the allele. */
export function makeOpposedProblem(opposed: string, label: string, where: ProblemWhere): Problem {
  return makeProblem("genotype-against-reads", "warning", `${opposed}: ${label}`, {
    where,
    hint: "Look at the reads. The allele is not used, and nothing there counts as wild type; if it is there, correct the genotype and run again.",
  });
}
