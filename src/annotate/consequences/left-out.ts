/** Transcripts that a file's annotation leaves out: a change is compared on the preferred one as well (spec matching 1.4). */
import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Allele } from "../../model/locus.ts";
import { bareId, hasId, type Transcript } from "../models/transcript.ts";
import { altersProtein } from "./rank-terms.ts";
import type { ReadAnnotations } from "./read-annotations.ts";
import type { AnnotationContext } from "../annotation-context.ts";

type Stated = readonly TranscriptConsequence[];

/**
 * The preferred transcripts of the models that an allele lies in and the annotation does not name, by Ensembl or RefSeq id; but of genes
 * of which it names MANE Select by its own mark, which may be of another release than ours.
 */
export function findLeftOut(
  { consequences: stated, maneGenes }: Pick<ReadAnnotations, "consequences" | "maneGenes">,
  { contig, position, ref }: Allele,
  { models, currentSymbol }: Pick<AnnotationContext, "models" | "currentSymbol">,
): Transcript[] {
  if (models === undefined) return [];
  const named = stated.flatMap(({ transcript }) => (transcript === null ? [] : bareId(transcript)));
  return models
    .transcriptsAt(contig, position, position + ref.length - 1)
    .filter((each) => each.preferred && !named.some((id) => hasId(each, id)))
    .filter(({ gene }) => !maneGenes.has(currentSymbol(gene) ?? gene));
}

/**
 * Of our own call what stands on these transcripts, where it changes the protein or its splicing; and, where the annotation finds
 * no such change in the gene, what cannot be told without the gene's bases. An annotation that names the gene without a transcript
 * may mean any.
 */
export function callLeftOut(
  stated: Stated,
  own: Stated,
  leftOut: readonly Transcript[],
): TranscriptConsequence[] {
  return own.filter((consequence) => {
    if (!leftOut.some(({ id }) => id === consequence.transcript)) return false;
    const inGene = stated.filter(({ gene }) => gene === consequence.gene);
    if (inGene.some(({ transcript }) => transcript === null)) return false;
    return (
      altersProtein(consequence) ||
      (consequence.terms.includes("coding_sequence_variant") && !inGene.some(findsChange))
    );
  });
}

/** The annotation's consequences behind ours of the same genes: one transcript of a gene is preferred. */
export function joinLeftOut(stated: Stated, leftOut: Stated): Stated {
  if (leftOut.length === 0) return stated;
  const genes = new Set(leftOut.map(({ gene }) => gene));
  const others = stated.map((consequence) =>
    genes.has(consequence.gene) ? { ...consequence, preferred: false } : consequence,
  );
  return [...leftOut, ...others];
}

/** True where a change of the protein or of a splice site is found, named or by its class. */
export function findsChange(consequence: TranscriptConsequence): boolean {
  return consequence.proteinChange !== null || altersProtein(consequence);
}
