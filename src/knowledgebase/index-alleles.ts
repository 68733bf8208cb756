/** The genomic alleles that statements name. */
import type { KnownAllele } from "../annotate/annotate-call.ts";
import { atomicParts } from "../constraints/constraints.ts";
import type { Constraint } from "../constraints/constraints.ts";
import { alleleKey } from "../model/alteration.ts";
import type { Allele, Assembly, Locus } from "../model/locus.ts";
import { variantsOf } from "./index-statements.ts";
import type { Statement } from "./knowledgebase.ts";

/** The bases at one place that the knowledgebase names. */
export interface KnownSite {
  /** Bases from the position on; of several alleles with different ones, the shortest. */
  readonly ref: string;
  /** Alternatives to `ref`. */
  readonly alts: ReadonlySet<string>;
}

interface NamedAllele {
  readonly allele: Allele;
  readonly constraint: Constraint;
}

/** What each named allele is known for, by `alleleKey`. A constraint that states the protein change wins. */
export function indexAlleles(statements: readonly Statement[]): ReadonlyMap<string, KnownAllele> {
  const index = new Map<string, KnownAllele>();
  for (const { allele, constraint } of namedAlleles(statements)) {
    const known = describeAllele(constraint);
    const key = alleleKey(allele);
    const earlier = index.get(key);
    if (
      known === null ||
      (earlier && (earlier.proteinChange !== null || known.proteinChange === null))
    ) {
      continue;
    }
    index.set(key, known);
  }
  return index;
}

function describeAllele(constraint: Constraint): KnownAllele | null {
  if (constraint.type !== "protein-change" && constraint.type !== "allele") return null;
  return {
    gene: constraint.gene,
    proteinChange: constraint.type === "protein-change" ? constraint.change : null,
    codingChange: constraint.coding ?? null,
    transcript: constraint.type === "protein-change" ? (constraint.transcript ?? null) : null,
    terms: constraint.term === undefined ? [] : [constraint.term],
  };
}

/** The named alleles of a build by `contig:position`, for telling builds apart by their bases. */
export function indexSites(
  statements: readonly Statement[],
  assembly: Assembly,
): ReadonlyMap<string, KnownSite> {
  const sites = new Map<string, { ref: string; alts: Set<string> }>();
  for (const { allele } of namedAlleles(statements)) {
    if (allele.assembly !== assembly) continue;
    const key = `${allele.contig}:${allele.position}`;
    const site = sites.get(key);
    if (site === undefined || allele.ref.length < site.ref.length) {
      sites.set(key, { ref: allele.ref, alts: new Set([allele.alt]) });
    } else if (allele.ref === site.ref) {
      site.alts.add(allele.alt);
    }
  }
  return sites;
}

/** The places of named alleles and spans on a build, with repeats. */
export function listLoci(statements: readonly Statement[], assembly: Assembly): readonly Locus[] {
  return partsOf(statements)
    .flatMap(({ rule, constraint }) => rule.loci(constraint))
    .filter((locus) => locus.assembly === assembly);
}

function namedAlleles(statements: readonly Statement[]): NamedAllele[] {
  return partsOf(statements).flatMap(({ rule, constraint }) =>
    rule.alleles(constraint).map((allele) => ({ allele, constraint })),
  );
}

function partsOf(statements: readonly Statement[]) {
  return variantsOf(statements)
    .flatMap((variant) => variant.constraints)
    .flatMap(atomicParts);
}
