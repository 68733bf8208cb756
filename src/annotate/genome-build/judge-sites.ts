/**
 * What the calls at knowledgebase sites say of the genome build.
 *
 * Why it is no chance: a call falls on one of 1,000 sites of the wrong build with probability 1,000 / 3.1e9; its REF is then
 * the same base in one of 4 cases, REF and ALT in one of 12. An exome of 100,000 calls meets 0.003 known alleles of the wrong
 * build so, and two of them, as a contradiction asks for, in 4 of a million files; a genome of 5 million calls meets 0.13, and
 * two in 9 of 1,000. Three of four chance hits disagree in REF, which a file of that build never does: without them, and with
 * no agreement in the right build, where a genome expects some, fewer than 1 genome in 1,000 is refused wrongly.
 */
import type { Assembly } from "../../model/locus.ts";
import { assemblies } from "../../model/locus.ts";
import type { BuildEvidence, SiteEvidence } from "./site-evidence.ts";

/** So many agreements, or one known allele, speak for a build. */
const enoughAgreements = 3;
/** So many known alleles speak against the other build. */
const enoughAlleles = 2;
/** Agreements of one build that outweigh each agreement of the other. */
const outweighing = 10;

/** The evidence as parts of a sentence for the report. */
export function describeSites(sites: SiteEvidence): string[] {
  const bases = assemblies.map((name) => {
    const { agree, disagree } = sites[name];
    return `${agree} of ${agree + disagree} agree with ${name}`;
  });
  const alleles = assemblies.map((name) => `${sites[name].alleles} of ${name}`);
  const wereMet = assemblies.some((name) => sites[name].alleles > 0);
  return [
    `reference bases at knowledgebase sites: ${bases.join(", ")}`,
    ...(wereMet ? [`known alleles met: ${alleles.join(", ")}`] : []),
    ...sites.examples,
  ];
}

/** The build that the sites alone decide for; null when they speak for none, or for both. */
export function decideBySites(sites: SiteEvidence): Assembly | null {
  const decided = assemblies.filter((name) => {
    const [own, other] = [sites[name], sites[otherBuild(name)]];
    return speaksFor(own) && (!speaksFor(other) || outweighs(own, other));
  });
  return decided.length === 1 ? (decided[0] ?? null) : null;
}

/**
 * True when the sites rule out a build that something else named: its own REF bases mostly disagree, or the other build's
 * known alleles are met while hardly any of its own sites agrees.
 */
export function contradictsSites(name: Assembly, sites: SiteEvidence): boolean {
  const [own, other] = [sites[name], sites[otherBuild(name)]];
  if (own.disagree >= enoughAgreements && own.disagree > own.agree) return true;
  const isMet =
    other.alleles >= enoughAlleles || (other.alleles >= 1 && other.agree >= enoughAgreements);
  return isMet && isConsistent(other) && outweighs(other, own);
}

/** True when the other build has as much evidence as this one: a file of two builds, or of few calls and the wrong header. */
export function isDoubtful(name: Assembly, sites: SiteEvidence): boolean {
  const [own, other] = [sites[name], sites[otherBuild(name)]];
  return other.alleles >= 1 && isConsistent(other) && other.agree >= own.agree;
}

function otherBuild(name: Assembly): Assembly {
  return name === "GRCh37" ? "GRCh38" : "GRCh37";
}

function speaksFor({ agree, disagree, alleles }: BuildEvidence): boolean {
  return (alleles >= 1 || agree >= enoughAgreements) && disagree <= agree;
}

/** A file of that build disagrees nowhere; one site in five may be an error of the knowledgebase. */
function isConsistent({ agree, disagree }: BuildEvidence): boolean {
  return disagree * 4 <= agree;
}

function outweighs(a: BuildEvidence, b: BuildEvidence): boolean {
  return a.agree > 0 && a.agree >= outweighing * b.agree;
}
