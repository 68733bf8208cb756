import { alleleKey } from "../../model/alteration.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import type { Assembly } from "../../model/locus.ts";
import { assemblies } from "../../model/locus.ts";
import type { VariantCall } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { normalizeAllele } from "../alleles/normalize-allele.ts";

/** What the calls of a file say of one build. Each site and each allele counts once. */
export interface BuildEvidence {
  /** Knowledgebase sites whose reference bases are those of the file's REF. */
  readonly agree: number;
  /** Sites where they are not. */
  readonly disagree: number;
  /** Known alleles, REF and ALT, that the file carries. */
  readonly alleles: number;
}

export interface SiteEvidence extends Readonly<Record<Assembly, BuildEvidence>> {
  /** Up to three known alleles that were met, the first in code-point order, whatever the order of the file, e.g. `7:140453136 A>T is a known allele on GRCh37`. */
  readonly examples: readonly string[];
  /** Records on accessions of RefSeq or GenBank whose version belongs to one build only, by build. */
  readonly accessions?: Readonly<Record<Assembly, number>>;
}

/** The part of the knowledge index that names sites in both builds. */
export interface KnownSites {
  /** Reference bases by `contig:position`, 1-based. */
  knownSites(assembly: Assembly): ReadonlyMap<string, { readonly ref: string }>;
  /** Anything but undefined when the allele with this `alleleKey` is known. */
  knownAllele(key: string): unknown;
}

export interface SiteEvidenceCollector {
  /** Takes one call in file order. `rawContig`: CHROM as written, which may tell the build by an accession's version. */
  add(call: VariantCall, rawContig?: string): void;
  sites(): SiteEvidence;
}

/** No REF is compared beyond this many bases: a longer one is a structural deletion. */
const longestCompared = 200;
const mostExamples = 3;
/** Longer alleles are no example. */
const longestShown = 50;

/** Compares the calls of one file with the sites of both builds. Memory grows with the sites met, not with the file. */
export function makeSiteEvidence(index: KnownSites): SiteEvidenceCollector {
  const tallies = { GRCh37: makeTally(), GRCh38: makeTally() };
  const accessions = { GRCh37: 0, GRCh38: 0 };
  let examples: readonly string[] = [];

  const addSites = (call: VariantCall, assembly: Assembly): void => {
    const { contig, position } = call.given;
    const known = index.knownSites(assembly);
    const ref = call.given.ref.slice(0, longestCompared).toUpperCase();
    for (let offset = 0; offset < ref.length; offset++) {
      const site = `${contig}:${position + offset}`;
      const bases = known.get(site)?.ref.toUpperCase();
      if (bases === undefined) continue;
      const shared = Math.min(bases.length, ref.length - offset);
      // A file without the base before an insertion or deletion says nothing of it.
      if (ref.startsWith("N", offset)) continue;
      const agrees = ref.startsWith(bases.slice(0, shared), offset);
      (agrees ? tallies[assembly].agree : tallies[assembly].disagree).add(site);
    }
  };

  const addAllele = (call: VariantCall, assembly: Assembly): void => {
    const allele = normalizeAllele({ assembly, ...call.given });
    const key = alleleKey(allele);
    const { alleles } = tallies[assembly];
    if (index.knownAllele(key) === undefined || alleles.has(key)) return;
    alleles.add(key);
    const { contig, position, ref, alt } = allele;
    if (ref.length + alt.length >= longestShown) return;
    const example = `${contig}:${position} ${ref}>${alt} is a known allele on ${assembly}`;
    examples = [...examples, example].toSorted(compareText).slice(0, mostExamples);
  };

  return {
    add(call, rawContig) {
      const build = rawContig === undefined ? null : buildOfAccession(rawContig);
      if (build) accessions[build] += 1;
      for (const assembly of assemblies) {
        addSites(call, assembly);
        addAllele(call, assembly);
      }
    },
    sites: () => ({
      GRCh37: countTally(tallies.GRCh37),
      GRCh38: countTally(tallies.GRCh38),
      examples,
      accessions: { ...accessions },
    }),
  };
}

interface Tally {
  readonly agree: Set<string>;
  readonly disagree: Set<string>;
  readonly alleles: Set<string>;
}

function makeTally(): Tally {
  return { agree: new Set(), disagree: new Set(), alleles: new Set() };
}

function countTally({ agree, disagree, alleles }: Tally): BuildEvidence {
  const contested = [...agree].filter((site) => disagree.has(site)).length;
  return { agree: agree.size - contested, disagree: disagree.size, alleles: alleles.size };
}

/**
 * The build that an accession of RefSeq or GenBank belongs to, by its version; null for other names and for the mitochondrion, which is one
 * sequence in both. GRCh38 has the next version of every chromosome of GRCh37, and `normalizeContig` knows these two only:
 * where the next version is a chromosome too, this one is GRCh37's.
 */
function buildOfAccession(rawContig: string): Assembly | null {
  const [, accession, version] = /^((?:NC_|CM)\d{6})\.(\d{1,3})$/i.exec(rawContig) ?? [];
  const contig = normalizeContig(rawContig);
  if (accession === undefined || contig === null || contig === "MT") return null;
  const isFollowed = normalizeContig(`${accession}.${Number(version) + 1}`) !== null;
  return isFollowed ? "GRCh37" : "GRCh38";
}
