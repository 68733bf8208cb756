/** All changes of one codon that make the stated residue: the same protein change from another change of the DNA. */
import { compareText } from "../../../model/order.ts";
import type { KnownCoding } from "./base-map.ts";
import { codonsOf, reverseComplement } from "../../../annotate/models/genetic-code.ts";
import type { PlacedAllele } from "./place-allele.ts";
import type { ProteinChange } from "../../../model/protein-change.ts";

/**
 * Substitutions of one to three neighboring bases for a missense or nonsense change, by position. Empty for any other kind,
 * where a base of the codon is not known or where it codes another residue than the one that is stated.
 */
export function spellAlleles(change: ProteinChange, coding: KnownCoding): PlacedAllele[] {
  if (change.kind !== "missense" && change.kind !== "nonsense") return [];
  const { transcript } = coding;
  const from = (change.start - 1) * 3;
  const codon = coding.sequence.slice(from, from + 3);
  if (!codonsOf(change.refStart).includes(codon)) return [];
  const places = coding.positions.slice(from, from + 3);
  const positions = transcript.reversed ? places.toReversed() : places;
  const plus = transcript.reversed ? reverseComplement(codon) : codon;
  return codonsOf(change.alt)
    .map((other) => (transcript.reversed ? reverseComplement(other) : other))
    .flatMap((other): PlacedAllele[] => {
      const differing = [0, 1, 2].filter((at) => plus[at] !== other[at]);
      const [first = 0, last = 0] = [differing.at(0), differing.at(-1)];
      const position = positions[first] ?? 0;
      // A codon over two exons: neighboring bases of the codon are far apart in the genome.
      if ((positions[last] ?? 0) - position !== last - first) return [];
      const [ref, alt] = [plus.slice(first, last + 1), other.slice(first, last + 1)];
      return [{ contig: transcript.contig, position, ref, alt }];
    })
    .toSorted(
      (a, b) => a.position - b.position || a.ref.length - b.ref.length || compareText(a.alt, b.alt),
    );
}
