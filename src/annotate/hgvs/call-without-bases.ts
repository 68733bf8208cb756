/** What the name of a change of the DNA tells where the bases are not at hand. */
import type { Assembly, Locus } from "../../model/locus.ts";
import { callConsequence } from "../models/call-consequence.ts";
import type { Edit } from "../models/edit.ts";
import type { Strand } from "../models/strand.ts";
import type { DnaChange } from "./parse-dna-change.ts";
import type { NamedEffect } from "./observe-name.ts";
import { placeOnTranscript } from "./place-dna-change.ts";

/**
 * Sequence Ontology terms by place and length alone, most severe first, as of a VCF's allele in a gene without a sequence: a frame that
 * is left, a splice site that is hit, and the doubts of a loss of function. No terms where the name cannot be placed on the transcript,
 * which is of `assembly`.
 */
export function callWithoutBases(
  change: DnaChange,
  strand: Strand,
  assembly: Assembly,
): Pick<NamedEffect, "terms" | "proteinChange" | "flags" | "place"> {
  const edit = placeOnTranscript(change, strand, "N");
  if ("reason" in edit) return { terms: [], proteinChange: null };
  const place = { assembly, ...placeOf(edit, strand) };
  const call = callConsequence([edit], strand);
  if (call === null) return { terms: [], proteinChange: null, place };
  const { terms, proteinChange, flags } = call;
  return { terms, proteinChange, place, ...(flags.length > 0 ? { flags } : {}) };
}

function placeOf({ from, to }: Edit, { transcript }: Strand): Omit<Locus, "assembly"> {
  const { contig, reversed } = transcript;
  const [start, end] = from <= to ? [from, to] : [to, from];
  return reversed ? { contig, start: -end, end: -start } : { contig, start, end };
}
