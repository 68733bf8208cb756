import type { PlacedVariant, TranscriptConsequence } from "../model/alteration.ts";
import { alleleKey } from "../model/alteration.ts";
import type { Allele, Assembly } from "../model/locus.ts";
import type { Observation, VariantCall } from "../model/observation.ts";
import type { ReportProblem } from "../model/problem.ts";
import { makeProblem, placeOf } from "../model/problem.ts";
import { callEffects } from "./call-effects.ts";
import { chooseConsequence } from "./choose-consequence.ts";
import { isClassOnly, saysMore } from "./class-only.ts";
import { isBeyondContig } from "./contig-lengths.ts";
import type { GenomeModels } from "./models/transcript.ts";
import { nameAllele } from "./name-allele.ts";
import { placeCall } from "./place-call.ts";
import { parseProteinChange, sameProteinChange } from "./protein-change.ts";
import { rankTerms } from "./rank-terms.ts";
import { readAnnotations } from "./read-annotations.ts";
import { splitAllele } from "./split-allele.ts";

/** What the knowledgebase knows of one allele, for files that carry no annotation of their own. */
export interface KnownAllele {
  /** Current HGNC symbol. */
  readonly gene: string;
  /** Any writing that `parseProteinChange` reads. */
  readonly proteinChange: string | null;
  /** HGVS coding change: `c.1799T>A`. */
  readonly codingChange: string | null;
  /** The transcript that both changes are numbered by. */
  readonly transcript: string | null;
  /** Sequence Ontology terms. */
  readonly terms: readonly string[];
}

/** What annotation needs to know beside the call. */
export interface AnnotationContext {
  readonly assembly: Assembly;
  /** By `alleleKey` of the normalized allele. */
  knownAllele(key: string): KnownAllele | undefined;
  /** Gene models of the build for our own call; without them only the file and the knowledgebase speak. */
  readonly models?: GenomeModels | undefined;
  /** Prefer our own call to the file's annotation. */
  readonly reannotate?: boolean | undefined;
  /** The current HGNC symbol of a symbol or an unambiguous alias; null when the knowledgebase does not know it. */
  currentSymbol(symbolOrAlias: string): string | null;
  /** Takes `annotation-disagrees`, `position-beyond-contig` and the doubts of the annotation's readers, all warnings. */
  readonly report?: ReportProblem | undefined;
}

/**
 * One called allele as an observation: trimmed, with the consequences that the input states, or else those that are called on
 * gene models and the one that the knowledgebase knows for exactly this allele. Where the input and one of the others name
 * different protein changes of one gene, the input's is kept and the disagreement reported; with `reannotate` our own call
 * is used where there is one.
 */
export function annotateCall(
  call: VariantCall,
  context: AnnotationContext,
): Observation<PlacedVariant> {
  const allele = placeCall(call, context);
  const key = alleleKey(allele);
  const known = context.knownAllele(key);
  const {
    consequences: stated,
    populationFrequency,
    absentFromGnomad,
  } = readAnnotations(call, context);
  reportBeyondContig(allele, call, context);
  if (known) reportDisagreement({ allele, stated, known }, call, context);
  const own = callOwn(allele, stated, context);
  if (stated.length > 0 && own.length > 0) reportOtherCall({ allele, stated, own }, call, context);
  const isPreferred = context.reannotate === true || (isClassOnly(stated) && saysMore(own, stated));
  const isOwn = stated.length === 0 || (isPreferred && own.length > 0);
  const consequences = isOwn ? joinKnown(own, known) : withFlags(stated, own);
  const chosen = chooseConsequence(consequences);
  return {
    id: `small-variant:${key}`,
    label: makeLabel(allele, chosen),
    gene: chosen?.gene ?? null,
    alteration: {
      kind: "small-variant",
      allele,
      consequences,
      populationFrequency,
      ...(absentFromGnomad ? { absentFromGnomad } : {}),
      ...nameParts(allele, consequences, context),
    },
    support: call.support,
    provenance: call.provenance,
  };
}

/** Behind an early stop no other part is made. */
function nameParts(
  allele: Allele,
  consequences: readonly TranscriptConsequence[],
  { models }: AnnotationContext,
): Pick<PlacedVariant, "parts"> {
  const stops = consequences.some(({ terms }) => terms.includes("stop_gained"));
  const parts = models === undefined || stops ? [] : splitAllele(allele, models);
  return parts.length === 0 ? {} : { parts };
}

/** Our own call, where it is used or compared: a file that names no protein change has nothing to compare. */
function callOwn(
  allele: Allele,
  stated: readonly TranscriptConsequence[],
  { models, reannotate, currentSymbol }: AnnotationContext,
): TranscriptConsequence[] {
  if (models === undefined) return [];
  const isAsked =
    isClassOnly(stated) || reannotate === true || stated.some(({ proteinChange }) => proteinChange);
  return isAsked ? callEffects(allele, models, currentSymbol) : [];
}

/** The file's consequences with the doubts that our own call has about a loss of function on the same transcript. */
function withFlags(
  stated: readonly TranscriptConsequence[],
  own: readonly TranscriptConsequence[],
): readonly TranscriptConsequence[] {
  const flagged = own.filter(({ flags }) => flags !== undefined);
  if (flagged.length === 0) return stated;
  return stated.map((consequence) => {
    const ours = flagged.find(
      ({ transcript }) => unversioned(transcript) === unversioned(consequence.transcript),
    );
    return ours?.flags === undefined ? consequence : { ...consequence, flags: ours.flags };
  });
}

/** What the knowledgebase knows of the allele counts beside our call on other transcripts, and where ours names no protein change. */
function joinKnown(
  own: readonly TranscriptConsequence[],
  known: KnownAllele | undefined,
): readonly TranscriptConsequence[] {
  if (known === undefined) return own;
  const named = own.filter(
    ({ gene, proteinChange }) => gene === known.gene && proteinChange !== null,
  );
  if (named.length === 0) {
    return [...own.filter(({ gene }) => gene !== known.gene), fromKnowledgebase(known)];
  }
  const isCalled = named.some(
    ({ transcript }) => unversioned(transcript) === unversioned(known.transcript),
  );
  return isCalled ? own : [...own, { ...fromKnowledgebase(known), preferred: false }];
}

function fromKnowledgebase(known: KnownAllele): TranscriptConsequence {
  return {
    gene: known.gene,
    transcript: known.transcript,
    terms: rankTerms(known.terms),
    proteinChange: canonicalChange(known.proteinChange),
    codingChange: known.codingChange,
    exon: null,
    preferred: true,
    source: "knowledgebase",
  };
}

function canonicalChange(text: string | null): string | null {
  return text === null ? null : (parseProteinChange(text)?.text ?? null);
}

/** The longest coding change that a label spells out; longer ones are named by the allele. */
const longestCodingChange = 60;

/** `BRAF V600E`; `TP53 c.672+1G>A` where no protein change is known; else `7:140453136 A>T`. */
function makeLabel(allele: Allele, chosen: TranscriptConsequence | null): string {
  if (chosen?.proteinChange) return `${chosen.gene} ${chosen.proteinChange}`;
  const coding = chosen?.codingChange;
  if (coding && coding.length <= longestCodingChange) return `${chosen.gene} ${coding}`;
  return nameAllele(allele);
}

function reportBeyondContig(allele: Allele, call: VariantCall, context: AnnotationContext): void {
  const { assembly, contig, position, ref } = allele;
  if (!isBeyondContig(contig, position + ref.length - 1, assembly)) return;
  warn(call, context, {
    code: "position-beyond-contig",
    message: `${contig}:${position} lies behind the end of chromosome ${contig} in ${assembly}.`,
    hint: "Check which genome build the file was called on.",
  });
}

interface OtherCall {
  readonly allele: Allele;
  readonly stated: readonly TranscriptConsequence[];
  readonly own: readonly TranscriptConsequence[];
}

/** On each transcript that both name, whatever its version: the same protein change, or a problem that names both. */
function reportOtherCall(
  { allele, stated, own }: OtherCall,
  call: VariantCall,
  context: AnnotationContext,
): void {
  const other = own.flatMap((ours) => {
    if (ours.proteinChange === null) return [];
    const theirs = stated.find(
      ({ transcript, proteinChange }) =>
        proteinChange !== null && unversioned(transcript) === unversioned(ours.transcript),
    );
    return theirs && !isSameText(theirs.proteinChange, ours.proteinChange)
      ? [{ ours, theirs }]
      : [];
  });
  const [first] = other;
  if (first === undefined) return;
  const { ours, theirs } = first;
  const used = context.reannotate === true ? "our call is used" : "the file's name is used";
  warn(call, context, {
    code: "annotation-disagrees",
    message: `${nameAllele(allele)} is ${theirs.gene} ${theirs.proteinChange} on ${theirs.transcript} by the file's annotation, but ${ours.proteinChange} by our own call; ${used}.`,
    hint: "Check the version of the transcript; --reannotate prefers our own call.",
  });
}

function isSameText(a: string | null, b: string): boolean {
  const [one, other] = [parseProteinChange(a ?? ""), parseProteinChange(b)];
  return (
    one !== null && other !== null && (one.text === other.text || sameProteinChange(one, other))
  );
}

interface Disagreement {
  readonly allele: Allele;
  readonly stated: readonly TranscriptConsequence[];
  readonly known: KnownAllele;
}

/** On the knowledgebase's own transcript where the input has it; else no transcript of the gene may agree. */
function reportDisagreement(
  { allele, stated, known }: Disagreement,
  call: VariantCall,
  context: AnnotationContext,
): void {
  const expected = known.proteinChange === null ? null : parseProteinChange(known.proteinChange);
  const named = stated.filter(({ gene, proteinChange }) => gene === known.gene && proteinChange);
  const onTranscript = named.filter(
    ({ transcript }) =>
      known.transcript !== null && unversioned(transcript) === unversioned(known.transcript),
  );
  const compared = onTranscript.length > 0 ? onTranscript : named;
  if (expected === null || compared.length === 0) return;
  const changes = new Set(compared.flatMap(({ proteinChange }) => proteinChange ?? []));
  const agrees = [...changes].some((text) => {
    const change = parseProteinChange(text);
    return change !== null && sameProteinChange(change, expected);
  });
  if (agrees) return;
  warn(call, context, {
    code: "annotation-disagrees",
    message: `${nameAllele(allele)} is ${known.gene} ${[...changes].join(", ")} by the file's annotation, but ${expected.text} in the knowledgebase; the file's name is used.`,
    hint: "Check the transcript that the file was annotated with.",
  });
}

function unversioned(transcript: string | null): string | null {
  return transcript?.replace(/\.\d+$/, "") ?? null;
}

function warn(
  { provenance }: VariantCall,
  context: AnnotationContext,
  problem: { code: string; message: string; hint: string },
): void {
  const where = placeOf(provenance);
  context.report?.(
    makeProblem(problem.code, "warning", problem.message, { where, hint: problem.hint }),
  );
}
