import type { Assembly, Contig } from "../../model/locus.ts";
import { assemblies } from "../../model/locus.ts";
import type { ReportProblem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { Refusal } from "../../model/refusal.ts";
import { refuse } from "../../model/refusal.ts";
import { judgeContigs } from "./judge-contigs.ts";
import { contradictsSites, decideBySites, describeSites, isDoubtful } from "./judge-sites.ts";
import type { SiteEvidence } from "./site-evidence.ts";

export interface AssemblyDecision {
  readonly name: Assembly;
  /** What decided, as printed: `--assembly`, `contig lengths in the header`, ... */
  readonly decidedBy: string;
  /** What was looked at, one part of a sentence each. */
  readonly evidence: string[];
}

export interface AssemblyQuestion<Sites extends SiteEvidence | null = SiteEvidence | null> {
  /** The build that the user or the case file names. */
  readonly asked?: Assembly | undefined;
  /** The build that the records themselves name, and how that is printed. */
  readonly stated?: Claim | undefined;
  /** Declared chromosomes by short name, with their length in bases where it is given. */
  readonly contigs: ReadonlyMap<Contig, number | null>;
  /** Text of `##reference`: a hint for the reader, never decisive, since it is copied from file to file. */
  readonly reference: string | null;
  /** Null before the records are read. */
  readonly sites: Sites;
  /** Takes `assembly-doubtful` when the evidence is mixed, but too weak to refuse the file. */
  readonly report?: ReportProblem | undefined;
}

interface Claim {
  readonly name: Assembly;
  readonly decidedBy: string;
}

/**
 * Decides the genome build: what was asked, else what the records name, else the contig lengths of the header, else the versions of the accessions
 * in CHROM, else the calls at knowledgebase sites. Without `sites` the answer is what the header decides, or null.
 *
 * Throws Refusal "identity" when one of these contradicts another, "usage" when nothing decides. A versioned accession names
 * the sequence in every record: sites that speak against it are reported, but do not refuse the file.
 */
export function inferAssembly(question: AssemblyQuestion<SiteEvidence>): AssemblyDecision;
export function inferAssembly(question: AssemblyQuestion): AssemblyDecision | null;
export function inferAssembly(question: AssemblyQuestion): AssemblyDecision | null {
  const { asked, contigs, sites } = question;
  const lengths = judgeContigs(contigs);
  const accessions = judgeAccessions(sites);
  const evidence = [
    lengths.evidence ?? "the header gives no contig lengths",
    ...describeReference(question.reference),
    ...accessions.evidence,
    ...(sites === null ? [] : describeSites(sites)),
  ];
  if (lengths.state === "mixed" || accessions.isMixed) {
    throw mismatch("The file mixes contigs of GRCh37 and GRCh38", evidence);
  }
  if (lengths.state === "another build") {
    throw mismatch("The contigs of the file are of neither GRCh37 nor GRCh38", evidence);
  }
  const decided = firstClaim(
    [
      ...claim(asked, "--assembly"),
      ...(question.stated === undefined ? [] : [question.stated]),
      ...claim(lengths.assembly, "contig lengths in the header"),
      ...claim(accessions.name, "versions of the accessions in CHROM"),
    ],
    evidence,
  );
  if (sites === null) return decided && { ...decided, evidence };
  if (decided) {
    const isSurelyNamed = accessions.name === decided.name;
    if (contradictsSites(decided.name, sites) && !isSurelyNamed) {
      const said = `The genome build is ${decided.name} by ${decided.decidedBy}`;
      throw mismatch(`${said}, but the calls are not of that build`, evidence);
    }
    if (isDoubtful(decided.name, sites)) reportDoubt(decided, evidence, question.report);
    return { ...decided, evidence };
  }
  const name = decideBySites(sites);
  if (name === null) throw undecidable(evidence);
  return { name, decidedBy: "calls at knowledgebase sites", evidence };
}

function claim(name: Assembly | null | undefined, decidedBy: string): Claim[] {
  return name ? [{ name, decidedBy }] : [];
}

function firstClaim([first, ...others]: Claim[], evidence: readonly string[]): Claim | null {
  if (first === undefined) return null;
  const other = others.find(({ name }) => name !== first.name);
  if (other === undefined) return first;
  throw mismatch(
    `The genome build is ${first.name} by ${first.decidedBy}, but ${other.name} by ${other.decidedBy}`,
    evidence,
  );
}

function judgeAccessions(sites: SiteEvidence | null): {
  name: Assembly | null;
  isMixed: boolean;
  evidence: string[];
} {
  const counts = sites?.accessions;
  const named = counts ? assemblies.filter((name) => counts[name] > 0) : [];
  return {
    name: named.length === 1 ? (named[0] ?? null) : null,
    isMixed: named.length > 1,
    evidence: named.map((name) => `records on accessions of ${name}: ${counts?.[name]}`),
  };
}

const buildNames: Readonly<Record<Assembly, RegExp>> = {
  GRCh37: /grch37|hg19|b37|hs37d5|g1k_v37/i,
  GRCh38: /grch38|hg38|b38|hs38/i,
};

/** The text itself is not repeated: it is often a path of the machine that made the file. */
function describeReference(reference: string | null): string[] {
  const named = assemblies.filter((name) => reference !== null && buildNames[name].test(reference));
  return named.length === 1 ? [`##reference names ${named[0]}, which does not decide`] : [];
}

function mismatch(sentence: string, evidence: readonly string[]): Refusal {
  const message = `${sentence} (${evidence.join("; ")}).`;
  const hint = "Give the file of the right build, or name the build that its calls have.";
  return refuse("identity", "assembly-mismatch", message, { hint });
}

function undecidable(evidence: readonly string[]): Refusal {
  const message = `The genome build of the file cannot be told (${evidence.join("; ")}).`;
  const hint = "Pass --assembly GRCh37 or --assembly GRCh38.";
  return refuse("usage", "assembly-unknown", message, { hint });
}

function reportDoubt(
  decided: Claim,
  evidence: readonly string[],
  report: ReportProblem | undefined,
): void {
  const message = `The genome build is ${decided.name} by ${decided.decidedBy}, but some calls look like the other build (${evidence.join("; ")}).`;
  const hint = "Check that the file was not joined from two builds.";
  report?.(makeProblem("assembly-doubtful", "warning", message, { hint }));
}
