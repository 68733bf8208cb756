import type { SmallVariant, TranscriptConsequence } from "../model/alteration.ts";
import { alleleKey } from "../model/alteration.ts";
import type { Allele, Assembly } from "../model/locus.ts";
import type { Observation, VariantCall } from "../model/observation.ts";
import { placeOf } from "../model/observation.ts";
import type { ReportProblem } from "../model/problem.ts";
import { makeProblem } from "../model/problem.ts";
import { chooseConsequence } from "./choose-consequence.ts";
import { isBeyondContig } from "./contig-lengths.ts";
import { normalizeAllele } from "./normalize-allele.ts";
import { parseProteinChange, sameProteinChange } from "./protein-change.ts";
import { rankTerms } from "./rank-terms.ts";
import { readAnnotations } from "./read-annotations.ts";

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
  /** The current HGNC symbol of a symbol or an unambiguous alias; null when the knowledgebase does not know it. */
  currentSymbol(symbolOrAlias: string): string | null;
  /** Takes `annotation-disagrees`, `position-beyond-contig` and the doubts of the annotation's readers, all warnings. */
  readonly report?: ReportProblem | undefined;
}

/**
 * One called allele as an observation: trimmed, with the consequences that the input states, or else the one that the
 * knowledgebase knows for exactly this allele. Where both exist and name different protein changes of one gene, the input's
 * is kept and the disagreement reported.
 */
export function annotateCall(
  call: VariantCall,
  context: AnnotationContext,
): Observation<SmallVariant> {
  const allele = normalizeAllele({ assembly: context.assembly, ...call.given });
  const key = alleleKey(allele);
  const known = context.knownAllele(key);
  const { consequences: stated, populationFrequency } = readAnnotations(call, context);
  reportBeyondContig(allele, call, context);
  if (known) reportDisagreement({ allele, stated, known }, call, context);
  const consequences = stated.length > 0 || !known ? stated : [fromKnowledgebase(known)];
  const chosen = chooseConsequence(consequences);
  return {
    id: `small-variant:${key}`,
    label: makeLabel(allele, chosen),
    gene: chosen?.gene ?? null,
    alteration: { kind: "small-variant", allele, consequences, populationFrequency },
    support: call.support,
    provenance: call.provenance,
  };
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

function nameAllele({ contig, position, ref, alt }: Allele): string {
  return `${contig}:${position} ${shorten(ref)}>${shorten(alt)}`;
}

function shorten(bases: string): string {
  return bases.length <= 30 ? bases : `${bases.slice(0, 10)}...(${bases.length} bases)`;
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
