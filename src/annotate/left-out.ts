/** Transcripts that a file's annotation leaves out: a change is compared on the preferred one as well (spec matching 1.4). */
import type { TranscriptConsequence } from "../model/alteration.ts";
import type { Allele } from "../model/locus.ts";
import type { GenomeModels } from "./models/transcript.ts";
import { altersProtein } from "./rank-terms.ts";

type Stated = readonly TranscriptConsequence[];

/** True where an allele lies in a preferred transcript of the models that the annotation does not name. */
export function leavesOut(
  stated: Stated,
  { contig, position, ref }: Allele,
  models: GenomeModels,
): boolean {
  const named = nameTranscripts(stated, models);
  return models
    .transcriptsAt(contig, position, position + ref.length - 1)
    .some(({ preferred, id }) => preferred && !named.has(bare(id)));
}

/**
 * Of our own call what stands on preferred transcripts that the annotation does not name, where that changes the protein or its
 * splicing; and, where the annotation finds no such change in the gene, what cannot be told without the gene's bases. An
 * annotation that names no transcript of the gene may mean any.
 */
export function findLeftOut(
  stated: Stated,
  own: Stated,
  models: GenomeModels,
): TranscriptConsequence[] {
  const named = nameTranscripts(stated, models);
  return own.filter((consequence) => {
    const { preferred, transcript, gene } = consequence;
    const inGene = stated.filter((other) => other.gene === gene);
    const isNamed =
      transcript === null || named.has(bare(transcript)) || inGene.some(isWithoutTranscript);
    if (!preferred || isNamed) return false;
    return (
      altersProtein(consequence) ||
      (consequence.terms.includes("coding_sequence_variant") && !inGene.some(altersProtein))
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

function isWithoutTranscript({ transcript, proteinChange }: TranscriptConsequence): boolean {
  return transcript === null && proteinChange !== null;
}

/** Ensembl ids without version of the transcripts that the annotation names by these or by their RefSeq ids. */
function nameTranscripts(stated: Stated, models: GenomeModels): ReadonlySet<string> {
  return new Set(
    stated.flatMap(({ transcript }) => {
      if (transcript === null) return [];
      const own = models.transcriptById(bare(transcript));
      return own === null ? [bare(transcript)] : [bare(transcript), bare(own.id)];
    }),
  );
}

function bare(id: string): string {
  return id.replace(/\.\d+$/, "").toUpperCase();
}
