/** Where the file's annotation and what the program knows of an allele name different changes: all are warnings. */
import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Allele } from "../../model/locus.ts";
import type { VariantCall } from "../../model/observation.ts";
import { makeProblem, placeOf } from "../../model/problem.ts";
import { chooseConsequence } from "./choose-consequence.ts";
import { nameAllele } from "../alleles/name-allele.ts";
import { bareId } from "../models/transcript.ts";
import { isSameInProtein, makePlaceChange } from "../models/place-change.ts";
import { parseProteinChange } from "../protein-change.ts";
import type { AnnotationContext, KnownAllele } from "../annotation-context.ts";

type Consequences = readonly TranscriptConsequence[];

/** The reader finds another name on the page than in the file; under one name there is nothing to say. */
export function reportLeftOut(
  { allele, stated, leftOut }: { allele: Allele; stated: Consequences; leftOut: Consequences },
  call: VariantCall,
  context: AnnotationContext,
): void {
  for (const ours of leftOut) {
    const theirs = chooseConsequence(stated.filter(({ gene }) => gene === ours.gene));
    const names = [ours, theirs].map(
      (one) => one && (one.proteinChange ?? one.codingChange ?? one.terms[0] ?? "changed"),
    );
    if (names[0] === names[1]) continue;
    const used = ours.source === "models" ? "our own call" : "the knowledgebase";
    const other =
      theirs === null
        ? `says nothing of ${ours.gene}`
        : `is of ${ours.gene} ${names[1]} on ${theirs.transcript}`;
    warn(call, context, {
      code: "annotation-of-other-transcript",
      message: `${nameAllele(allele)} is ${ours.gene} ${names[0]} on ${ours.transcript} by ${used}, which is used; the file's annotation ${other} and leaves that transcript out.`,
      hint: "Annotate on MANE Select transcripts (VEP --mane), or on all.",
    });
  }
}

interface OtherCall {
  readonly allele: Allele;
  readonly stated: Consequences;
  readonly own: Consequences;
}

/** On each transcript that both name, whatever its version: the same protein change, or a problem that names both. */
export function reportOtherCall(
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
    return theirs && !isSameChange(theirs.proteinChange, ours.proteinChange, ours, context)
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

/** By their names, or in the reference protein of the transcript. */
export function isSameChange(
  a: string | null,
  b: string | null,
  { gene, transcript }: Pick<TranscriptConsequence, "gene" | "transcript">,
  { models }: Pick<AnnotationContext, "models">,
): boolean {
  const [one, other] = [parseProteinChange(a ?? ""), parseProteinChange(b ?? "")];
  if (one === null || other === null) return false;
  if (one.text === other.text) return true;
  return isSameInProtein(one, other, { gene, transcript, place: makePlaceChange(models) });
}

interface Disagreement {
  readonly allele: Allele;
  readonly stated: Consequences;
  readonly known: KnownAllele;
}

/** On the knowledgebase's own transcript where the input has it; else no transcript of the gene may agree. */
export function reportDisagreement(
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
  const agrees = compared.some((each) =>
    isSameChange(each.proteinChange, expected.text, each, context),
  );
  if (agrees) return;
  warn(call, context, {
    code: "annotation-disagrees",
    message: `${nameAllele(allele)} is ${known.gene} ${[...changes].join(", ")} by the file's annotation, but ${expected.text} in the knowledgebase; the file's name is used.`,
    hint: "Check the transcript that the file was annotated with.",
  });
}

export function warn(
  { provenance }: VariantCall,
  context: AnnotationContext,
  problem: { code: string; message: string; hint: string },
): void {
  const where = placeOf(provenance);
  context.report?.(
    makeProblem(problem.code, "warning", problem.message, { where, hint: problem.hint }),
  );
}

/** A transcript without its version. */
export function unversioned(transcript: string | null): string | null {
  return transcript === null ? null : bareId(transcript);
}
