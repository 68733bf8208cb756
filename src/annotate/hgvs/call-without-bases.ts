/** What the name of a change of the DNA tells where the bases are not at hand. */
import { callConsequence } from "../models/call-consequence.ts";
import type { Strand } from "../models/strand.ts";
import type { DnaChange } from "./parse-dna-change.ts";
import type { NamedEffect } from "./observe-name.ts";
import { placeOnTranscript } from "./place-dna-change.ts";

/**
 * Sequence Ontology terms by place and length alone, most severe first, as of a VCF's allele in a gene without a sequence: a frame that
 * is left, a splice site that is hit, and the doubts of a loss of function. No terms where the name cannot be placed on the transcript.
 */
export function callWithoutBases(
  change: DnaChange,
  strand: Strand,
): Pick<NamedEffect, "terms" | "proteinChange" | "flags"> {
  const edit = placeOnTranscript(change, strand, "N");
  const call = "reason" in edit ? null : callConsequence([edit], strand);
  if (call === null) return { terms: [], proteinChange: null };
  const { terms, proteinChange, flags } = call;
  return { terms, proteinChange, ...(flags.length > 0 ? { flags } : {}) };
}
