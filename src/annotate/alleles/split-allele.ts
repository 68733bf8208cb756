import { alleleKey } from "../../model/alteration.ts";
import type { Allele } from "../../model/locus.ts";
import { codingIndex, strandOf } from "../models/strand.ts";
import type { GenomeModels, Transcript } from "../models/transcript.ts";
import { normalizeAllele } from "./normalize-allele.ts";

/**
 * The parts of an equal-length change of several bases that are changes of their own (spec, matching 1.3): one for each codon that it
 * changes on a transcript that codes there, in the order of the genome; single bases where none does. Empty for any other allele, and
 * for a change of one codon: its bases are no changes of their own.
 */
export function splitAllele(allele: Allele, models: GenomeModels): readonly Allele[] {
  const { contig, position, ref, alt } = allele;
  if (ref.length !== alt.length || ref.length < 2) return [];
  const end = position + ref.length - 1;
  const coding = models
    .transcriptsAt(contig, position, end)
    .filter((transcript) => transcript.coding.some(([from, to]) => from <= end && position <= to));
  const divisions =
    coding.length === 0
      ? [(at: number) => String(at)]
      : coding.map((transcript) => codonOf(transcript, models));
  const parts = divisions.flatMap((nameUnit) => divide(allele, nameUnit));
  const own = alleleKey(allele);
  const byKey = new Map(parts.map((part) => [alleleKey(part), part]));
  byKey.delete(own);
  return [...byKey.values()].toSorted((a, b) => a.position - b.position);
}

/** Names the codon of a genomic place; places that do not code are each by itself. */
function codonOf(transcript: Transcript, models: GenomeModels): (at: number) => string {
  const strand = strandOf(transcript, models.bases);
  return (at) => {
    const index = codingIndex(strand, transcript.reversed ? -at : at);
    return index === null ? `base ${at}` : `codon ${Math.floor((index - transcript.phase) / 3)}`;
  };
}

function divide(allele: Allele, nameUnit: (at: number) => string): Allele[] {
  const parts: Allele[] = [];
  let start = 0;
  for (let at = 1; at <= allele.ref.length; at++) {
    const isSame =
      at < allele.ref.length &&
      nameUnit(allele.position + at) === nameUnit(allele.position + start);
    if (isSame) continue;
    const [ref, alt] = [allele.ref.slice(start, at), allele.alt.slice(start, at)];
    if (ref !== alt) {
      parts.push(normalizeAllele({ ...allele, position: allele.position + start, ref, alt }));
    }
    start = at;
  }
  return parts;
}
