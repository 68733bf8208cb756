import type { RegionInterval, RegionTable } from "../io/region-table.ts";
import type { OneBased } from "../model/locus.ts";
import type { InformativeReads } from "../model/observation.ts";
import type { CallableRow } from "./callable-row.ts";
import type { EvidenceReadOptions, EvidenceTable } from "./reader.ts";

export interface CallabilityReadOptions extends EvidenceReadOptions {
  /** Places whose depth is asked for, whether it shows them to have been read or not. */
  readonly depthsAt?: RegionTable | undefined;
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
}

/** What a record without an allele states of its place. */
export interface ReferenceSite {
  readonly position: OneBased;
  /** Last base, included. */
  readonly end: OneBased;
  /** Null where it states none. */
  readonly informative: InformativeReads | null;
}
