import { compareText } from "../../model/order.ts";
import type { Contig } from "../../model/locus.ts";
import type { GeneIntrons, Span, Transcript } from "./transcript.ts";

/**
 * Bases from an exon within which a place is not taken for an intron's inside: splice regions reach 8 of them (Sequence Ontology), and
 * an indel of a repeat may be written some way from where it is named.
 */
const margin = 100;

/**
 * The deep inside of introns on one contig: stretches that are further than 100 bases from every exon of the transcripts, by the
 * genes whose transcripts hold them, in the order of the genes' names.
 */
export function findIntrons(
  transcripts: readonly Pick<Transcript, "gene" | "contig" | "exons">[],
  contig: Contig,
): GeneIntrons[] {
  const own = transcripts.filter((transcript) => transcript.contig === contig);
  const stretches = findStretches(own.flatMap(({ exons }) => exons));
  const byGene = new Map<string, Set<Span>>();
  for (const { gene, exons } of own) {
    const start = Math.min(...exons.map(([from]) => from));
    const end = Math.max(...exons.map(([, to]) => to));
    const held = byGene.get(gene) ?? new Set();
    byGene.set(gene, held);
    // A transcript without an exon in a stretch holds all of it or nothing.
    for (let at = firstFrom(stretches, start); (stretches[at]?.[1] ?? Infinity) <= end; at++) {
      const stretch = stretches[at];
      if (stretch !== undefined) held.add(stretch);
    }
  }
  return [...byGene]
    .filter(([, held]) => held.size > 0)
    .map(([gene, held]) => ({ gene, spans: [...held].toSorted((a, b) => a[0] - b[0]) }))
    .toSorted((a, b) => compareText(a.gene, b.gene));
}

/** What lies between neighboring exons and their margins, in the order of the genome. */
function findStretches(exons: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  let covered = Infinity;
  for (const [from, to] of exons.toSorted((a, b) => a[0] - b[0])) {
    if (covered < from - margin - 1) stretches.push([covered + 1, from - margin - 1]);
    covered = covered === Infinity ? to + margin : Math.max(covered, to + margin);
  }
  return stretches;
}

/** Index of the first stretch that does not start before the position. */
function firstFrom(stretches: readonly Span[], position: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.[0] ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
