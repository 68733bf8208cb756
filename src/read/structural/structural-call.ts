/** What a caller of rearrangements or of fusions says in one record or row. */
import type { Contig, OneBased } from "../../model/locus.ts";
import type { JunctionSupport, ReadSupport } from "../../model/observation.ts";
import type { EvidenceTable } from "../evidence-reader.ts";

/** One side of a junction. */
export interface Breakend {
  /** Short name where the chromosome is known, else as in the file. */
  readonly contig: Contig;
  /** The last base that is kept, 1-based. */
  readonly position: OneBased;
  /** Which side of the position goes on in the rearranged molecule, by genomic direction; null where the caller does not say. */
  readonly keeps: "left" | "right" | null;
}

/** What a caller states of the evidence. */
export interface CallSupport extends Pick<
  JunctionSupport,
  "junctionReads" | "spanningReads" | "rule"
> {
  /** In the caller's own words; null where it states none. */
  readonly confidence: string | null;
}

/** Two places of the genome that are joined; one for a breakend without a mate. */
export interface StructuralCall {
  /** 1-based line of the decompressed text. */
  readonly line: number;
  readonly id: string | null;
  /** Id of the record that states the other end of the same junction. */
  readonly mate: string | null;
  /** What the record says of the program that found it. */
  readonly method: string | null;
  /** `BND`, `DEL`, `DUP`, `INV`, `TRA`, as the file names it. */
  readonly type: string;
  readonly ends: readonly [Breakend, Breakend | null];
  /** Bases between the two ends that are of neither; null where that is not known. */
  readonly inserted: number | null;
  readonly failedFilters: readonly string[];
  readonly genotype: ReadSupport["genotype"];
  readonly support: CallSupport;
}

/** A place in a fused transcript, or in the DNA behind it. */
export interface Breakpoint {
  readonly contig: Contig;
  readonly position: OneBased;
}

/** Two genes that a caller finds joined. */
export interface FusionCall {
  readonly line: number;
  /** As in the file; null where the caller names no gene. */
  readonly fivePrime: string | null;
  readonly threePrime: string | null;
  /** False where the columns do not say which of the two comes first. */
  readonly isOrdered: boolean;
  readonly inFrame: boolean | null;
  readonly fivePrimeBreakpoint: Breakpoint | null;
  readonly threePrimeBreakpoint: Breakpoint | null;
  /** Last exon of the 5' partner and first of the 3' partner, as the caller numbers them. */
  readonly exons: readonly [fivePrime: number, threePrime: number] | null;
  /** The transcript that the exons are numbered by. */
  readonly transcript: string | null;
  readonly kinaseDomain: "kept" | "lost" | null;
  /** Transcription running on into the neighbor gene, by the caller's own word. */
  readonly isReadThrough: boolean;
  readonly failedFilters: readonly string[];
  readonly support: CallSupport;
}

/** Records that are no call of a junction, by why. */
export interface PassedOver {
  readonly code: string;
  readonly reason: string;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly { readonly label: string; readonly line: number }[];
}

interface CallTable<Row extends { readonly line: number }> extends EvidenceTable<Row> {
  /** Name of the program that made the calls, or of the file where that is not known. */
  readonly caller: string;
  readonly sample: string | null;
  /** The records of `counts.setAside`. */
  readonly passedOver: readonly PassedOver[];
}

export interface StructuralTable extends CallTable<StructuralCall> {
  /** Declared chromosomes by short name, with their length in bases where it is given. */
  readonly contigs: ReadonlyMap<Contig, number | null>;
  /** Text of `##reference`. */
  readonly reference: string | null;
}

export type FusionTable = CallTable<FusionCall>;
