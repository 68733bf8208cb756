import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Allele } from "../../model/locus.ts";
import type { VariantCall } from "../../model/observation.ts";
import { isSameChange, unversioned, warn } from "./compare-annotation.ts";
import { strandOf } from "../models/strand.ts";
import { bareId } from "../models/transcript.ts";
import { nameAllele } from "../alleles/name-allele.ts";
import { parseProteinChange } from "../protein-change.ts";
import type { ReadAnnotations } from "./read-annotations.ts";
import type { AnnotationContext } from "../annotation-context.ts";

type Consequences = readonly TranscriptConsequence[];
type Context = Pick<AnnotationContext, "models">;

interface Pair {
  readonly theirs: TranscriptConsequence;
  readonly ours: TranscriptConsequence;
}

interface Stated extends Pick<ReadAnnotations, "consequences" | "isInOwnWords"> {
  readonly allele: Allele;
}

/**
 * Consequences of an annotator that names insertions and replacements in a way of its own (Funcotator, Oncotator), in HGVS where our own call finds
 * the same change on the same transcript. Where a name replaces a residue that the protein does not have there, what it says of the gene is not followed, and
 * our call is used, with a warning: the transcripts of the reverse strand were put together in the wrong order by Funcotator with
 * its data sources 1.7 for GRCh37 (broadinstitute/gatk issue 7051). Such an annotator marks no MANE Select either, so that where the
 * models prefer one of the transcripts that it lists, this is the preferred one and not the one that it wrote first.
 * Those of other annotators stay as they are.
 */
export function inOurWords(
  { allele, consequences: stated, isInOwnWords }: Stated,
  own: Consequences,
  { call, context }: { readonly call: VariantCall; readonly context: AnnotationContext },
): Consequences {
  if (!isInOwnWords) return stated;
  const both = stated.map((theirs) => {
    const id = unversioned(theirs.transcript);
    return { theirs, ours: own.find(({ transcript }) => unversioned(transcript) === id) };
  });
  const misfits = both.flatMap(({ theirs, ours }) =>
    ours !== undefined && isMisfit(theirs, context) ? [{ theirs, ours }] : [],
  );
  if (misfits[0] !== undefined) reportMisfit(misfits[0], { allele, call, context });
  const refuted = new Set(misfits.map(({ theirs }) => theirs.gene));
  const settled = new Set(
    both.flatMap(({ theirs, ours }) => (ours?.preferred === true ? theirs.gene : [])),
  );
  return both.flatMap(({ theirs, ours }) => {
    const isPreferred = settled.has(theirs.gene) ? ours?.preferred === true : theirs.preferred;
    const isRefuted = refuted.has(theirs.gene);
    if (ours === undefined) return isRefuted ? [] : { ...theirs, preferred: isPreferred };
    const named = isRefuted
      ? { ...ours, gene: theirs.gene, source: theirs.source }
      : nameAsOurs({ theirs, ours }, context);
    return { ...named, preferred: isPreferred };
  });
}

/** True where the transcript's protein has another residue, or none, at the place of the change. */
function isMisfit(
  { transcript: id, proteinChange }: TranscriptConsequence,
  { models }: Context,
): boolean {
  const change = parseProteinChange(proteinChange ?? "");
  const transcript = models?.transcriptById(bareId(id ?? "")) ?? null;
  if (models === undefined || change === null || transcript === null) return false;
  const protein = strandOf(transcript, models.bases).protein();
  const residue = protein[change.start - 1] ?? "";
  return protein !== "" && residue !== "X" && residue !== change.refStart;
}

function reportMisfit(
  { theirs, ours }: Pair,
  about: {
    readonly allele: Allele;
    readonly call: VariantCall;
    readonly context: AnnotationContext;
  },
): void {
  const name = ours.proteinChange ?? ours.codingChange ?? ours.terms[0] ?? "changed";
  warn(about.call, about.context, {
    code: "annotation-disagrees",
    message: `${nameAllele(about.allele)} is ${theirs.gene} ${theirs.proteinChange} on ${theirs.transcript} by the file's annotation, but the protein has another residue there; it is ${name} by our own call, which is used.`,
    hint: "Annotate again: Funcotator's data sources 1.7 for GRCh37 read transcripts of the reverse strand in the wrong order.",
  });
}

function nameAsOurs({ theirs, ours }: Pair, context: Context): TranscriptConsequence {
  const { proteinChange, fullChange, codingChange } = ours;
  if (!isSameChange(theirs.proteinChange, proteinChange, ours, context)) return theirs;
  return {
    ...theirs,
    proteinChange,
    ...(fullChange === undefined ? {} : { fullChange }),
    codingChange: codingChange ?? theirs.codingChange,
  };
}
