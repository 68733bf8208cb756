/** Which variants may be one change that the file has in several records (spec, matching 1.3). */
import { makeEdit, type Edit } from "../../annotate/models/edit.ts";
import { fractionInterval } from "../../annotate/statistics/fraction-interval.ts";
import type { Allele } from "../../model/locus.ts";
import type { Phase, ReadSupport } from "../../model/observation.ts";

/** A variant with what tells whether it lies on the molecule of another. */
export interface Neighbor {
  readonly id: string;
  readonly allele: Allele;
  readonly phase: Phase | undefined;
  readonly support: Pick<ReadSupport, "vaf" | "depth" | "altReads">;
}

export interface NeighborGroup<N extends Neighbor> {
  /** At least two, in order; no two of them change the same bases. */
  readonly members: readonly N[];
  /** The file phases them; otherwise only their fractions agree. */
  readonly isPhased: boolean;
  /** More bases lie between two of them than HGVS names together: one change only if somebody says so. */
  readonly isWide: boolean;
  /** No base lies between them. */
  readonly isAdjacent: boolean;
  /** As the end of a sentence. */
  readonly because: string;
}

/** Bases between two changes of one codon: HGVS names changes with one base between them together when they are of one codon. */
const codonGap = 1;
/** Bases between two changes of neighboring codons. */
const neighborGap = 4;
/** Bases between two changes that leave the reading frame and restore it, within which they are read together. Own choice. */
const frameGap = 30;

/** One variant with its bases: on the plus strand, without shared ones. */
interface Placed<N> {
  readonly neighbor: N;
  readonly edit: Edit;
}

/**
 * Groups of neighboring variants: on one copy of one phase set, of one codon or restoring the frame together, and then those of
 * neighboring codons (a variant may be in one of either); or substitutions of
 * adjacent bases whose fractions agree within their 95 % intervals, unless their phase says that they lie apart. Time and memory
 * grow with the number of variants, but for the order.
 */
export function groupNeighbors<N extends Neighbor>(neighbors: readonly N[]): NeighborGroup<N>[] {
  const placed = neighbors
    .flatMap((neighbor): Placed<N>[] => {
      const edit = makeEdit(neighbor.allele, false);
      return edit === null ? [] : [{ neighbor, edit }];
    })
    .toSorted((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to);
  const phased = groupPhased(placed);
  const isTaken = new Set(phased.flatMap(({ members }) => members.map(({ id }) => id)));
  return [...phased, ...groupAdjacent(placed.filter(({ neighbor }) => !isTaken.has(neighbor.id)))];
}

function groupPhased<N extends Neighbor>(placed: readonly Placed<N>[]): NeighborGroup<N>[] {
  const molecules = new Map<string, Placed<N>[]>();
  for (const one of placed) {
    const { phase, allele } = one.neighbor;
    for (const haplotype of phase?.haplotypes ?? []) {
      const key = `${allele.contig}\t${phase?.set}\t${haplotype}`;
      const molecule = molecules.get(key);
      if (molecule) molecule.push(one);
      else molecules.set(key, [one]);
    }
  }
  const groups = new Map<string, NeighborGroup<N>>();
  for (const [key, molecule] of molecules) {
    const [, set = ""] = key.split("\t");
    const because = set === "GT" ? "their genotypes are phased" : `their phase set is ${set}`;
    for (const gap of [codonGap, neighborGap])
      for (const chain of chainPhased(molecule, gap)) {
        const members = chain.map(({ neighbor }) => neighbor);
        const name = members.map(({ id }) => id).join();
        if (groups.has(name)) continue;
        // A homozygous pair stands on both copies.
        const isAdjacent = chain.every(({ edit }, at) => {
          const before = chain[at - 1]?.edit;
          return before === undefined || edit.from === before.to + 1;
        });
        groups.set(name, {
          members,
          isPhased: true,
          isWide: gap > codonGap,
          isAdjacent,
          because,
        });
      }
  }
  return [...groups.values()];
}

function chainPhased<N>(molecule: readonly Placed<N>[], longest: number): Placed<N>[][] {
  const chains: Placed<N>[][] = [];
  let chain: Placed<N>[] = [];
  let end = -Infinity;
  let frame = 0;
  for (const one of molecule) {
    const gap = one.edit.from - end - 1;
    // What overlaps cannot lie on one molecule.
    if (gap < 0 && chain.length > 0) continue;
    const shift = one.edit.alt.length - one.edit.ref.length;
    const isJoined = gap <= (frame === 0 ? longest : frameGap);
    if (!isJoined || chain.length === 0) {
      chain = [];
      frame = 0;
      chains.push(chain);
    }
    chain.push(one);
    frame = (frame + shift) % 3;
    end = Math.max(one.edit.to, one.edit.from - 1);
  }
  return chains.filter(({ length }) => length > 1);
}

function groupAdjacent<N extends Neighbor>(placed: readonly Placed<N>[]): NeighborGroup<N>[] {
  const substitutions = placed.filter(({ edit }) => edit.ref.length === edit.alt.length);
  const byStart = new Map<string, Placed<N>[]>();
  for (const one of substitutions) {
    const key = `${one.neighbor.allele.contig}:${one.edit.from}`;
    byStart.set(key, [...(byStart.get(key) ?? []), one]);
  }
  const taken = new Set<string>();
  return substitutions.flatMap((first): NeighborGroup<N>[] => {
    if (taken.has(first.neighbor.id)) return [];
    const chain = [first];
    for (let last: Placed<N> | undefined = first; last !== undefined;) {
      const { neighbor, edit }: Placed<N> = last;
      const next = byStart
        .get(`${neighbor.allele.contig}:${edit.to + 1}`)
        ?.find((other) => !taken.has(other.neighbor.id) && mayShare(neighbor, other.neighbor));
      if (next !== undefined) chain.push(next);
      last = next;
    }
    if (chain.length < 2) return [];
    const members = chain.map(({ neighbor }) => neighbor);
    for (const { id } of members) taken.add(id);
    const because = "their allele fractions agree, which does not prove it";
    return [{ members, isPhased: false, isWide: false, isAdjacent: true, because }];
  });
}

function mayShare(a: Neighbor, b: Neighbor): boolean {
  const [one, other] = [intervalOf(a), intervalOf(b)];
  if (one === null || other === null || isApart(a.phase, b.phase)) return false;
  return one[0] <= other[1] && other[0] <= one[1];
}

/** One set, and no copy of it that holds both. */
function isApart(a: Phase | undefined, b: Phase | undefined): boolean {
  if (a === undefined || b === undefined || a.set !== b.set) return false;
  return !a.haplotypes.some((haplotype) => b.haplotypes.includes(haplotype));
}

/** Null where the file does not state the reads. */
function intervalOf({ support }: Neighbor): readonly [number, number] | null {
  const { vaf, depth, altReads } = support;
  if (depth === null || depth === 0) return null;
  const hits = vaf === null ? altReads : vaf * depth;
  return hits === null || hits > depth ? null : fractionInterval(hits, depth);
}
