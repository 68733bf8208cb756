import type { RegionTable } from "../../io/region-table.ts";
import type { Contig, OneBased } from "../../model/locus.ts";
import type { CallableRow } from "./callable-row.ts";
import type { EvidenceReadOptions, EvidenceTable } from "../evidence-reader.ts";
import type { VariantRecord } from "../variant-reader.ts";

export interface CallabilityReadOptions extends EvidenceReadOptions {
  /** Places whose records are asked for, whether they show them to have been read or not. */
  readonly recordsAt?: RegionTable | undefined;
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

export interface CallabilityTable extends EvidenceTable<CallableRow> {
  /** At the places asked for; absent for a format that has none. */
  readonly records?: readonly VariantRecord[];
  /** At the places asked for; absent for a format that states none. */
  readonly calls?: readonly CalledAllele[];
  /** Declared chromosomes with their length in bases where it is given; absent for a format without a header of them. */
  readonly contigs?: ReadonlyMap<Contig, number | null>;
}
