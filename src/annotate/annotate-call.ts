import type { PlacedVariant, TranscriptConsequence } from "../model/alteration.ts";
import { alleleKey } from "../model/alteration.ts";
import type { Allele } from "../model/locus.ts";
import type { Observation, VariantCall } from "../model/observation.ts";
import { callEffects } from "./call-effects.ts";
import { chooseConsequence } from "./consequences/choose-consequence.ts";
import { isClassOnly, saysMore } from "./class-only.ts";
import {
  reportDisagreement,
  reportLeftOut,
  reportOtherCall,
  unversioned,
  warn,
} from "./consequences/compare-annotation.ts";
import { isBeyondContig } from "./genome-build/contig-lengths.ts";
import { inOurWords } from "./consequences/in-our-words.ts";
import { callLeftOut, findLeftOut, findsChange, joinLeftOut } from "./consequences/left-out.ts";
import type { Transcript } from "./models/transcript.ts";
import { nameAllele } from "./alleles/name-allele.ts";
import { placeCall } from "./place-call.ts";
import { parseProteinChange } from "./protein-change.ts";
import { rankTerms } from "./consequences/rank-terms.ts";
import { readAnnotations } from "./consequences/read-annotations.ts";
import { splitAllele } from "./alleles/split-allele.ts";
import { whereOursIsSilent } from "./consequences/where-ours-is-silent.ts";
import type { KnownAllele, AnnotationContext } from "./annotation-context.ts";

type Consequences = readonly TranscriptConsequence[];

/**
 * One called allele as an observation: trimmed, with the consequences that the input states, or else those that are called on
 * gene models and the one that the knowledgebase knows for exactly this allele. Where the input leaves the preferred transcript of
 * a gene out, what is called there stands before what it states (spec matching 1.4). Where the input and one of the others name
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
  const read = readAnnotations(call, context);
  const { populationFrequency, absentFromGnomad } = read;
  reportBeyondContig(allele, call, context);
  const missing = findLeftOut(read, allele, context);
  const own = callOwn(allele, { stated: read.consequences, missing }, context);
  const stated = read.yieldsToOurs
    ? whereOursIsSilent(read.consequences, own, { allele, models: context.models })
    : inOurWords({ allele, ...read }, own, { call, context });
  if (stated.length > 0 && own.length > 0) reportOtherCall({ allele, stated, own }, call, context);
  const isPreferred = context.reannotate === true || (isClassOnly(stated) && saysMore(own, stated));
  const isOwn = stated.length === 0 || (isPreferred && own.length > 0);
  const leftOut = isOwn
    ? []
    : addKnown(known, { stated, called: callLeftOut(stated, own, missing) });
  if (leftOut.length > 0) reportLeftOut({ allele, stated, leftOut }, call, context);
  if (known) {
    reportDisagreement({ allele, stated: [...leftOut, ...stated], known }, call, context);
  }
  const consequences = isOwn ? joinKnown(own, known) : joinLeftOut(withFlags(stated, own), leftOut);
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

/** Our own call, where it is used, compared, or on a transcript that the file leaves out. */
function callOwn(
  allele: Allele,
  { stated, missing }: { stated: Consequences; missing: readonly Transcript[] },
  { models, reannotate, currentSymbol }: AnnotationContext,
): TranscriptConsequence[] {
  if (models === undefined) return [];
  const isAsked =
    isClassOnly(stated) ||
    reannotate === true ||
    missing.length > 0 ||
    stated.some(({ proteinChange }) => proteinChange);
  return isAsked ? callEffects(allele, models, currentSymbol) : [];
}

/** What is called on transcripts that the file leaves out, and what the knowledgebase knows where neither changes the protein. */
function addKnown(
  known: KnownAllele | undefined,
  { stated, called }: { stated: Consequences; called: Consequences },
): Consequences {
  if (known === undefined || known.proteinChange === null) return called;
  const inGene = [...called, ...stated].filter(({ gene }) => gene === known.gene);
  const isOtherTranscript = inGene.every(
    (consequence) => consequence.transcript !== null && !findsChange(consequence),
  );
  if (inGene.length === 0 || !isOtherTranscript) return called;
  return [...called.filter(({ gene }) => gene !== known.gene), fromKnowledgebase(known)];
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
