/** What every reader of copy numbers gives, whether its file has rows of segments or of genes. */
import type { Contig, OneBased } from "../../model/locus.ts";
import type { EvidenceTable } from "../evidence-reader.ts";

/** What a file states in words or as a discrete value, without a number of copies. */
export const copyNumberCalls = [
  "homozygous-deletion",
  "partial-deletion",
  "loss",
  "neutral",
  "gain",
  "amplification",
] as const;
export type CopyNumberCall = (typeof copyNumberCalls)[number];

/** One row: of a segment (`place`), or of a gene (`gene`), with what the file states of it. */
export interface CopyNumberRow {
  /** 1-based line of the file. */
  readonly line: number;
  /** Closed interval of 1-based positions, whatever the convention of the format; null for a row of a gene. */
  readonly place: {
    readonly contig: Contig;
    readonly start: OneBased;
    readonly end: OneBased;
  } | null;
  /** As in the file; null for a segment. */
  readonly gene: string | null;
  /** Total copies in tumor cells; of a gene, the fewest that any part of it has. Null where the file states none. */
  readonly copies: number | null;
  /** Of a gene, the most copies that any part of it has, where that is stated. */
  readonly mostCopies: number | null;
  /** Copies of the allele that has fewer; null where alleles are not told apart. */
  readonly minor: number | null;
  /** log2 of the ratio to a reference of two copies, not adjusted for purity. */
  readonly log2: number | null;
  readonly call: CopyNumberCall | null;
  /** Of a gene, the share of its length that `copies` was measured in, 0 to 1; null where the file does not tell. */
  readonly share: number | null;
}

export interface CopyNumberTable extends EvidenceTable<CopyNumberRow> {
  /** The sample whose rows or column were read; null where the file names none. */
  readonly sample: string | null;
  /** Chromosome lengths that the file states, by short name; empty where it states none. */
  readonly contigs: ReadonlyMap<Contig, number | null>;
}
