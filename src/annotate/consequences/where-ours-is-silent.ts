import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Allele } from "../../model/locus.ts";
import { bareId, type GenomeModels, hasId } from "../models/transcript.ts";

type Consequences = readonly TranscriptConsequence[];

/**
 * What an annotator that prefers no transcript says (ANNOVAR), where our own call names no change of the protein, which is so for genes whose sequence
 * does not ship; preferred is then the transcript that the models prefer, by its Ensembl or RefSeq id. Empty where ours names one: the first of the
 * listed transcripts would stand in the report (BRAF V640E).
 */
export function whereOursIsSilent(
  stated: Consequences,
  own: Consequences,
  { allele, models }: { readonly allele: Allele; readonly models: GenomeModels | undefined },
): Consequences {
  if (own.some(({ proteinChange }) => proteinChange !== null)) return [];
  const { contig, position, ref } = allele;
  const preferred =
    models
      ?.transcriptsAt(contig, position, position + ref.length - 1)
      .filter((transcript) => transcript.preferred) ?? [];
  return stated.map((consequence) => {
    const id = bareId(consequence.transcript ?? "");
    return { ...consequence, preferred: preferred.some((transcript) => hasId(transcript, id)) };
  });
}
