import type { KnownSites } from "../../../../src/annotate/genome-build/site-evidence.ts";
import { alleleKey } from "../../../../src/model/alteration.ts";
import type { Allele, Assembly } from "../../../../src/model/locus.ts";

/** BRAF V600E, KRAS G12D, PIK3CA H1047R, NRAS Q61R and EGFR E746_A750del on both builds. */
const alleles: Readonly<Record<Assembly, readonly string[]>> = {
  GRCh37: [
    "7:140453136:A:T",
    "12:25398284:C:T",
    "3:178952085:A:G",
    "1:115256529:T:C",
    "7:55242464:AGGAATTAAGAGAAGC:A",
  ],
  GRCh38: [
    "7:140753336:A:T",
    "12:25245350:C:T",
    "3:179234297:A:G",
    "1:114713908:T:C",
    "7:55174771:AGGAATTAAGAGAAGC:A",
  ],
};

function readAllele(assembly: Assembly, text: string): Allele {
  const [contig = "", position, ref = "", alt = ""] = text.split(":");
  return { assembly, contig, position: Number(position), ref, alt };
}

const all = (["GRCh37", "GRCh38"] as const).flatMap((assembly) =>
  alleles[assembly].map((text) => readAllele(assembly, text)),
);
const keys = new Set(all.map(alleleKey));

/** A small knowledge index for the tests of genome builds. */
export const knownSites: KnownSites = {
  knownSites: (assembly) =>
    new Map(
      all
        .filter((allele) => allele.assembly === assembly)
        .map(({ contig, position, ref }) => [`${contig}:${position}`, { ref }]),
    ),
  knownAllele: (key) => (keys.has(key) ? key : undefined),
};
