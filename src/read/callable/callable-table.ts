import type { RegionInterval, RegionTable } from "../../io/region-table.ts";
import type { Contig, OneBased } from "../../model/locus.ts";
import type { InformativeReads } from "../../model/observation.ts";
import type { CallableRow } from "./callable-row.ts";
import type { EvidenceReadOptions, EvidenceTable } from "../evidence-reader.ts";

export interface CallabilityReadOptions extends EvidenceReadOptions {
  /** Places whose depth is asked for, whether it shows them to have been read or not. */
  readonly depthsAt?: RegionTable | undefined;
  /** Places whose called alleles are asked for. */
  readonly callsAt?: RegionTable | undefined;
}

/** An allele that the genotype of a record holds. */
export interface CalledAllele {
  readonly line: number;
  readonly contig: Contig;
  readonly position: OneBased;
  readonly ref: string;
  readonly alt: string;
  /** Filters that the record or the genotype failed. */
  readonly failedFilters: readonly string[];
}

/** Reads at a stretch, as a record states them. */
export interface StatedDepth extends RegionInterval {
  readonly line: number;
  readonly depth: number;
  /** Field that states it. */
  readonly from: string;
}

export interface CallabilityTable extends EvidenceTable<CallableRow> {
  /** At the places asked for; absent for a format that states none. */
  readonly depths?: readonly StatedDepth[];
  /** At the places asked for; absent for a format that states none. */
  readonly calls?: readonly CalledAllele[];
  /** Declared chromosomes with their length in bases where it is given; absent for a format without a header of them. */
  readonly contigs?: ReadonlyMap<Contig, number | null>;
}

/** What a record without an allele states of its place. */
export interface ReferenceSite {
  readonly position: OneBased;
  /** Last base, included. */
  readonly end: OneBased;
  /** Null where it states none. */
  readonly informative: InformativeReads | null;
}
