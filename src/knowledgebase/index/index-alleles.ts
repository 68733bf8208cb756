/** The genomic alleles that statements name. */
import { locusOf } from "../../constraints/allele-text.ts";
import { atomicParts } from "../../constraints/constraints.ts";
import type { Constraint } from "../../constraints/constraints.ts";
import { alleleKey } from "../../model/alteration.ts";
import type { Allele, Assembly, Locus } from "../../model/locus.ts";
import { variantsOf } from "./index-statements.ts";
import type { Statement } from "../knowledgebase.ts";
import type { KnownAllele } from "../../annotate/annotation-context.ts";

/** A place whose reference bases the knowledgebase knows. */
export interface KnownSite {
  /** Bases from the position on. */
  readonly ref: string;
}

/** What statements name on the genome, read once. */
export interface GenomicNames {
  readonly alleles: readonly { readonly allele: Allele; readonly constraint: Constraint }[];
  readonly spans: readonly Locus[];
}

/** Reads the alleles and spans of every variant, in the order of the statements. */
export function readGenomicNames(statements: readonly Statement[]): GenomicNames {
  const parts = variantsOf(statements)
    .flatMap((variant) => variant.constraints)
    .flatMap(atomicParts);
  return {
    alleles: parts.flatMap(({ rule, constraint }) =>
      rule.alleles(constraint).map((allele) => ({ allele, constraint })),
    ),
    spans: parts.flatMap(({ rule, constraint }) => rule.spans(constraint)),
  };
}

/** What each named allele is known for, by `alleleKey`. A constraint that states the protein change wins. */
export function indexAlleles({ alleles }: GenomicNames): ReadonlyMap<string, KnownAllele> {
  const index = new Map<string, KnownAllele>();
  for (const { allele, constraint } of alleles) {
    const key = alleleKey(allele);
    const known = describeAllele(constraint);
    const earlier = index.get(key);
    const isBetter =
      earlier === undefined || (earlier.proteinChange === null && known?.proteinChange !== null);
    if (known !== null && isBetter) index.set(key, known);
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

/** The reference bases at the places of named alleles of a build, by `contig:position`; of several the longest. */
export function indexSites(
  { alleles }: GenomicNames,
  assembly: Assembly,
): ReadonlyMap<string, KnownSite> {
  const sites = new Map<string, KnownSite>();
  for (const { allele } of alleles) {
    if (allele.assembly !== assembly) continue;
    const key = `${allele.contig}:${allele.position}`;
    const known = sites.get(key);
    if (known === undefined || allele.ref.length > known.ref.length) {
      sites.set(key, { ref: allele.ref });
    }
  }
  return sites;
}

/** The places of named alleles and spans on a build, with repeats. */
export function listLoci({ alleles, spans }: GenomicNames, assembly: Assembly): readonly Locus[] {
  const ofAlleles = alleles.map(({ allele }) => locusOf(allele));
  return [...ofAlleles, ...spans].filter((locus) => locus.assembly === assembly);
}
