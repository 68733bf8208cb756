/** From a variant that the input only names to the call of an allele, or to what its name alone says. */
import type { SmallVariant } from "../../model/alteration.ts";
import type { Assembly } from "../../model/locus.ts";
import type { NamedCall, Observation, VariantCall } from "../../model/observation.ts";
import type { Problem, ReportProblem } from "../../model/problem.ts";
import { isSpliceName } from "../consequences/maf.ts";
import { flagLossOfFunction } from "../models/loss-flags.ts";
import { strandOf } from "../models/strand.ts";
import type { GenomeModels, Transcript } from "../models/transcript.ts";
import { parseProteinChange } from "../protein-change.ts";
import { rankTerms } from "../consequences/rank-terms.ts";
import { termOfKind } from "../consequences/term-of-kind.ts";
import { contradicted, noBuild, notRead, ofOtherGene } from "./name-problems.ts";
import { callWithoutBases } from "./call-without-bases.ts";
import { type NamedEffect, observeName } from "./observe-name.ts";
import { parseDnaChange } from "./parse-dna-change.ts";
import { resolveQuery, type ResolvedQuery } from "./resolve-query.ts";
import type { ProteinChange } from "../../model/protein-change.ts";

export interface NamingContext {
  readonly assembly: Assembly;
  /** False when the build is only where names are looked up: a place without a build cannot be read then. */
  readonly isBuildKnown: boolean;
  /** Without them no allele is found. */
  readonly models?: GenomeModels | undefined;
  currentSymbol(symbolOrAlias: string): string | null;
  /** Takes doubts about names that are used all the same. */
  readonly report: ReportProblem;
}

/** The one allele that is meant; what the name says of the protein; or why it cannot be read. */
export type NamedVariant =
  | { readonly call: VariantCall }
  | { readonly observation: Observation<SmallVariant> }
  | { readonly problem: Problem };

/**
 * Reads the names of one variant, the most exact first. A change of the DNA that can be placed is an allele. A change of the
 * protein is one where a single change of the DNA makes it; else it stands for itself, without an allele. A name that the sequence
 * speaks against is refused when it is of the DNA, and reported when it is of the protein, which may be numbered by another transcript.
 */
export function nameCall(named: NamedCall, context: NamingContext): NamedVariant {
  const problems: Problem[] = [];
  let observation: Observation<SmallVariant> | null = null;
  for (const change of named.named.changes) {
    const read = readName(change, named, context);
    if ("call" in read) return read;
    if ("problem" in read) problems.push(read.problem);
    else observation ??= read.observation;
  }
  const found = observation ?? ofTerms(named, context);
  if (found === null) return { problem: problems[0] ?? notRead(named, "") };
  for (const problem of problems) context.report({ ...problem, severity: "warning" });
  return { observation: found };
}

/** The problem of a variant of whose names none can be read; null when one can, or the row gives what happens without a name. */
export function findUnreadName(call: NamedCall): Problem | null {
  const { changes } = call.named;
  const [first] = changes;
  return first === undefined || changes.some(isName) ? null : notRead(call, first);
}

function isName(change: string): boolean {
  if (isSpliceName(change) || placeName.test(change)) return true;
  const bare = withoutSubject(change);
  return parseDnaChange(bare) !== null || (parseProteinChange(bare)?.start ?? 0) > 0;
}

/** `7:140753336:A:T`. */
const placeName = /^[^\s:]{1,30}[:-]\d{1,9}[:-][acgt]+[:->][acgt]+$/i;

function withoutSubject(change: string): string {
  return change.slice(change.lastIndexOf(":") + 1).trim();
}

function readName(change: string, named: NamedCall, context: NamingContext): NamedVariant {
  if (isSpliceName(change)) return spliceSite(change, named, context);
  const { models, assembly, currentSymbol } = context;
  const bare = withoutSubject(change);
  const dna = parseDnaChange(bare);
  const isPlace = dna?.type === "g" || dna?.type === "m" || placeName.test(change);
  if (isPlace && !context.isBuildKnown && !/^NC_/i.test(change)) return { problem: noBuild(named) };
  const protein = dna === null && !isPlace ? parseProteinChange(bare) : null;
  const isRead = dna !== null || isPlace || (protein !== null && protein.start > 0);
  const query = makeQuery(change, named);
  const resolved = models && resolveQuery(query, { assembly, models, currentSymbol });
  if (!isRead || resolved === null) return { problem: notRead(named, change) };
  const other = otherGene(resolved?.transcript, named, context);
  if (other !== null) return { problem: other };
  const found = { named, resolved, context };
  return protein === null ? ofDna(change, isPlace, found) : ofProtein(protein, found);
}

interface FoundName {
  readonly named: NamedCall;
  /** Undefined without gene models. */
  readonly resolved: ResolvedQuery | undefined;
  readonly context: NamingContext;
}

/** A place on the genome is an allele or nothing; a coding change also stands for itself, where its bases are not at hand. */
function ofDna(
  change: string,
  isPlace: boolean,
  { named, resolved, context }: FoundName,
): NamedVariant {
  const [allele] = resolved?.alleles ?? [];
  if (allele !== undefined) return { call: callOf(allele, named) };
  if (resolved?.contradicts === true || isPlace) {
    const notes = resolved?.notes ?? ["a place cannot be looked up without gene models"];
    return { problem: contradicted(named, change, notes) };
  }
  const stated = { terms: named.named.terms, proteinChange: null };
  const effect = stated.terms.length > 0 ? stated : effectOfPlace(change, resolved, context);
  return { observation: ofCoding(withoutSubject(change), { named, effect }, context) };
}

/** What a change is numbered by: its own sequence, else the row's transcript, else the gene. */
function makeQuery(change: string, { named }: NamedCall): string {
  const own = /^[^:\s]+:/.test(change);
  return own ? change : `${named.transcript ?? named.gene ?? ""} ${change}`;
}

function callOf(given: VariantCall["given"], call: NamedCall): VariantCall {
  const { failedFilters, support, provenance } = call;
  const alone = { altIndex: 1, altCount: 1, annotations: [] };
  return { given, ...alone, failedFilters, support, provenance };
}

function ofProtein(change: ProteinChange, { named, resolved, context }: FoundName): NamedVariant {
  const [allele, ...others] = resolved?.alleles ?? [];
  // The codons of a deletion can go by other bases than their own; a residue with one codon leaves no choice.
  const isSingle = change.kind === "missense" || change.kind === "nonsense";
  const isCertain = isSingle && others.length === 0 && resolved?.notes.length === 0;
  if (allele !== undefined && isCertain) return { call: callOf(allele, named) };
  const gene = geneOf(named, context, resolved?.transcript);
  if (gene === null) return { problem: notRead(named, change.text) };
  if (resolved?.contradicts === true) {
    context.report({
      ...contradicted(named, `${gene} ${change.text}`, resolved.notes),
      severity: "warning",
    });
  }
  return {
    observation: observeName(named, {
      gene,
      terms: named.named.terms.length > 0 ? named.named.terms : [termOfKind[change.kind]],
      proteinChange: change.text,
      codingChange: null,
      name: change.text,
      ...doubtLoss(change, resolved, context),
    }),
  };
}

/** The doubts of a loss of function that its name alone tells: where in the protein it begins, and where it ends it. */
function doubtLoss(
  { kind, start }: ProteinChange,
  resolved: ResolvedQuery | undefined,
  { models }: NamingContext,
): Pick<NamedEffect, "flags"> {
  const transcript = resolved?.transcript ?? null;
  if (models === undefined || transcript === null || resolved?.contradicts === true) return {};
  const stopAt = kind === "nonsense" ? (start - 1) * 3 : null;
  const strand = strandOf(transcript, models.bases);
  const flags = flagLossOfFunction([termOfKind[kind]], { firstCodon: start, stopAt }, strand);
  return flags.length === 0 ? {} : { flags };
}

type CodingEffect = Pick<NamedEffect, "terms" | "proteinChange" | "flags" | "place">;

function effectOfPlace(
  change: string,
  resolved: ResolvedQuery | undefined,
  { models, assembly }: NamingContext,
): CodingEffect {
  const dna = parseDnaChange(withoutSubject(change));
  const transcript = resolved?.transcript ?? null;
  if (dna === null || transcript === null || models === undefined) {
    return { terms: [], proteinChange: null };
  }
  return callWithoutBases(dna, strandOf(transcript, models.bases), assembly);
}

function ofCoding(
  change: string,
  { named, effect }: { named: NamedCall; effect: CodingEffect },
  context: NamingContext,
): Observation<SmallVariant> {
  const gene = geneOf(named, context) ?? named.named.transcript ?? change;
  return observeName(named, { ...effect, gene, codingChange: change, name: change });
}

function spliceSite(name: string, named: NamedCall, context: NamingContext): NamedVariant {
  const gene = geneOf(named, context);
  if (gene === null) return { problem: notRead(named, name) };
  const stated = named.named.terms.filter((term) => term.startsWith("splice"));
  const terms = stated.length > 0 ? stated : ["splice_site_variant"];
  const bare = { gene, terms, proteinChange: null, codingChange: null };
  return { observation: observeName(named, { ...bare, name: name.replace(/^p\./i, "") }) };
}

/** A row that gives a gene and what happens to it, and no name of the change. */
function ofTerms(named: NamedCall, context: NamingContext): Observation<SmallVariant> | null {
  const { terms, changes } = named.named;
  const gene = geneOf(named, context);
  if (gene === null || terms.length === 0 || changes.length > 0) return null;
  const bare = { gene, terms, proteinChange: null, codingChange: null };
  return observeName(named, { ...bare, name: rankTerms(terms)[0] ?? "" });
}

function geneOf(
  { named }: NamedCall,
  { currentSymbol }: NamingContext,
  transcript?: Transcript | null,
): string | null {
  const gene = named.gene ?? transcript?.gene ?? null;
  return gene === null ? null : (currentSymbol(gene) ?? gene);
}

/** A transcript of another gene than the row names; null when there is no such disagreement. */
function otherGene(
  transcript: Transcript | null | undefined,
  named: NamedCall,
  { currentSymbol }: NamingContext,
): Problem | null {
  const { gene } = named.named;
  if (transcript === null || transcript === undefined || gene === null) return null;
  const [own, stated] = [transcript.gene, gene].map((symbol) => currentSymbol(symbol) ?? symbol);
  if (own?.toUpperCase() === stated?.toUpperCase()) return null;
  const message = `${transcript.id} is a transcript of ${own}, not of ${stated}`;
  return ofOtherGene(named, message);
}
