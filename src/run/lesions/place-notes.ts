import type { OtherChange } from "../../assess/lesions/judge-uncalled.ts";
import { holdsAllele } from "../../assess/lesions/weigh-reads.ts";
import type { RegionInterval } from "../../io/region-table.ts";
import { alleleKey } from "../../model/alteration.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import type { Allele } from "../../model/locus.ts";
import type { InformativeReads, VariantCall } from "../../model/observation.ts";
import type { VariantRecord } from "../../read/variant-reader.ts";

/** A stretch, and the record that states something of it. */
interface Noted extends RegionInterval {
  /** `primary.vcf:12`, with the field where one states it. */
  readonly where: string;
}

/** Reads at a stretch. */
export interface NotedDepth extends Noted {
  readonly reads: number;
}

export interface NotedCall {
  readonly allele: Allele;
  readonly call: VariantCall;
  readonly where: string;
  observe(): OtherChange["observation"];
}

/** How the calls of a lesion are read. */
export interface Placing {
  place(call: VariantCall): Allele;
  observe(call: VariantCall): OtherChange["observation"];
  /** False where REF contradicts the genome: such a call is not used, for presence or for absence. */
  isOfGenome(call: VariantCall): boolean;
}

/** What the files of a lesion say at the places of alleles that are asked for. */
export interface PlaceNotes {
  note(record: VariantRecord, file: string, placing: Placing): void;
  /** Of the alleles asked for, by key: the first record, or the first of those whose reads hold it. */
  readonly calls: ReadonlyMap<string, NotedCall>;
  /** Calls that a read holds, whatever their filters; they may overlap an allele asked for. */
  readonly held: readonly NotedCall[];
  /** Records whose REF is not that of the genome. */
  readonly unused: readonly Noted[];
  /** Reads of alleles that a record does not name; `reads` of `depth`. */
  readonly unnamed: readonly (NotedDepth & { readonly depth: number })[];
  readonly depths: readonly NotedDepth[];
}

/** Notes for these alleles, to be filled record by record. */
export function makePlaceNotes(own: readonly Allele[]): PlaceNotes {
  const wanted = new Set(own.map(alleleKey));
  const calls = new Map<string, NotedCall>();
  const held: NotedCall[] = [];
  const unused: Noted[] = [];
  const unnamed: (NotedDepth & { readonly depth: number })[] = [];
  const depths: NotedDepth[] = [];
  return {
    calls,
    held,
    unused,
    unnamed,
    depths,
    note({ calls: called, reference, rawContig, line }, file, { place, observe, isOfGenome }) {
      const where = line === null ? file : `${file}:${line}`;
      const contig = normalizeContig(rawContig);
      if (reference !== undefined && contig !== null) {
        const { position: start, end, informative } = reference;
        const span = { contig, start, end };
        if (informative !== null) depths.push({ ...span, ...tellReads(informative, where) });
        if (reference.unnamed !== null) unnamed.push({ ...span, ...reference.unnamed, where });
      }
      for (const call of called) {
        if (!isOfGenome(call)) {
          unused.push({ ...spanOf(call.given), where });
          continue;
        }
        const noted = { allele: place(call), call, where, observe: () => observe(call) };
        const reads = readsOf(noted);
        if (reads !== null) depths.push({ ...spanOf(call.given), ...reads });
        const isHeld = holdsAllele(call.support);
        const key = alleleKey(noted.allele);
        const known = calls.get(key);
        const isBetter = known === undefined || (isHeld && !holdsAllele(known.call.support));
        if (wanted.has(key) && isBetter) calls.set(key, noted);
        if (isHeld) held.push(noted);
      }
    },
  };
}

/** Reads that could have shown the allele; null where the record does not count them, or states their number and leaves the genotype open. */
export function readsOf({ call, where }: NotedCall): Pick<NotedDepth, "reads" | "where"> | null {
  const { depth, altReads, vaf, genotype } = call.support;
  if (genotype === "no call" && altReads === null && vaf === null) return null;
  if (call.informative !== undefined) return tellReads(call.informative, where);
  return depth === null ? null : { reads: depth, where };
}

function tellReads(
  { reads, from }: InformativeReads,
  where: string,
): Pick<NotedDepth, "reads" | "where"> {
  return { reads, where: `${where}, ${from}` };
}

/** The bases of REF, 1-based, both ends included. */
export function spanOf({
  contig,
  position,
  ref,
}: Pick<Allele, "contig" | "position" | "ref">): RegionInterval {
  return { contig, start: position, end: position + ref.length - 1 };
}
