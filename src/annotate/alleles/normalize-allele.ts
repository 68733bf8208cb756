import type { Allele, Assembly } from "../../model/locus.ts";
import { countShared } from "./count-shared.ts";

/**
 * The shortest VCF writing of an allele: upper case, shared bases cut from the end and then from the start, at least one base
 * left on either side. Alleles that differ only in padding become equal, so that `alleleKey` finds them.
 *
 * Without the reference sequence an indel inside a repeat cannot be shifted: callers that place the same deletion at either
 * end of a repeat keep two keys. Cutting the end first leaves the anchor base where a left-aligning caller puts it, so input
 * that was left-aligned once stays so. An equal-length change of several bases stays one allele: its single bases are other
 * changes with other consequences.
 */
export function normalizeAllele<A extends Assembly>(allele: Allele<A>): Allele<A> {
  const ref = allele.ref.toUpperCase();
  const alt = allele.alt.toUpperCase();
  const { prefix, suffix } = countShared(ref, alt, 1);
  return {
    assembly: allele.assembly,
    contig: allele.contig,
    position: allele.position + prefix,
    ref: ref.slice(prefix, ref.length - suffix),
    alt: alt.slice(prefix, alt.length - suffix),
  };
}
