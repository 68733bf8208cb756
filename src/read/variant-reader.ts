import type { ByteSource } from "../io/byte-source.ts";
import type { RegionInterval, RegionTable } from "../io/region-table.ts";
import type { FilterCounts } from "./filter-count.ts";
import type { Assembly, Contig, OneBased } from "../model/locus.ts";
import type {
  InformativeReads,
  NamedCall,
  RawAnnotation,
  VariantCall,
} from "../model/observation.ts";
import type { QuietPlace } from "../model/quiet-place.ts";
import type { ReportProblem } from "../model/problem.ts";
import type { AskedSample } from "./own-sample.ts";
import type { ReaderBase } from "./reader-base.ts";
import type { StructuralCall } from "./structural/structural-call.ts";
import type { OtherSections } from "./tables/combined-output.ts";
import type { Threads } from "../io/threads/threads.ts";

/** Reads small variants, record by record. */
export interface VariantReader extends ReaderBase {
  readonly input: "variants";
  /**
   * Reads and screens the header. Throws Refusal "input" when the file cannot be used, "usage" when the
   * tumor sample is not decided.
   */
  open(source: ByteSource, options: VariantReadOptions): Promise<VariantFile>;
}

export interface VariantReadOptions {
  readonly tumorSample?: string | undefined;
  /** In place of `tumorSample`, of a file beside the case's variants: how the case is asked for in it. */
  readonly beside?: AskedSample | undefined;
  /** INFO key of the tumor's allele fraction; used before any FORMAT field. */
  readonly tumorAfTag?: string | undefined;
  /** INFO key of the tumor's depth; used before any FORMAT field. */
  readonly tumorDpTag?: string | undefined;
  /** Samples that the case reads as tumors of their own: none of them is the normal. */
  readonly otherTumors?: readonly string[] | undefined;
  /** Use a BGZF file whose end marker is missing, or that is cut, as far as it goes. */
  readonly allowTruncated: boolean;
  readonly report: ReportProblem;
  /** Refuse the file at its first unreadable record instead of refusing the record alone. */
  readonly strict: boolean;
  /** Threads that inflate and scan a large BGZF file; none beside the calling one when absent. */
  readonly threads?: Threads | undefined;
  /**
   * Hold every line to the whole specification, also where reading does not need it, and report instead of refusing what
   * only the options decide: an undecided tumor sample, a tag that is not declared.
   */
  readonly audit?: boolean;
  /** Read the junctions of breakends, symbolic alleles and long deletions, in the forms that callers of them write. */
  readonly structural?: boolean;
}

/** A sample and the rule that chose it, as printed: `--tumor-sample`, `##tumor_sample`, ... */
export interface ChosenSample {
  readonly name: string;
  readonly decidedBy: string;
}

export interface VariantHeader {
  /** As in the first line: `VCFv4.2`. Empty for a format without versions. */
  readonly fileFormat: string;
  /** The genome build that the records themselves name; absent when they name none. */
  readonly assembly?: { readonly name: Assembly; readonly decidedBy: string };
  /** True when no record gives a place on a genome: the variants are named by their genes. */
  readonly isNamesOnly?: boolean;
  /** Declared contigs that metaction knows, by short name, with their length in bases where it is given. */
  readonly contigs: ReadonlyMap<Contig, number | null>;
  /** Text of `##reference`. */
  readonly reference: string | null;
  readonly samples: readonly string[];
  /** Null when the file has no sample columns. */
  readonly tumorSample: ChosenSample | null;
  /** The matched normal whose reads are read beside the tumor's; absent when no column is known to be one. */
  readonly normalSample?: ChosenSample;
  /** Consequence annotations that the header declares, with the field names of one entry. */
  readonly annotation: readonly Omit<RawAnnotation, "entries">[];
  /** The rule that VAF and depth are read by, as a sentence for the report. */
  readonly supportRule: string;
  /** Sections of a file of several that other kinds of input read; absent for a file of variants alone. */
  readonly alsoHolds?: readonly OtherSections[];
  /** What the header says of the programs that made the file; only when junctions were asked for. */
  readonly programs?: readonly string[];
}

/** An ALT that is no small variant, and why. */
export interface SkippedAlt {
  readonly alt: string;
  /** `symbolic-allele`, `breakend`, `spanning-deletion`, `reference-block`, ... */
  readonly code: string;
  readonly reason: string;
}

/** What a record without an allele states of its place. */
export interface ReferenceSite {
  readonly position: OneBased;
  /** Last base, included. */
  readonly end: OneBased;
  /** Null where it states none. */
  readonly informative: InformativeReads | null;
  /** Reads of `<NON_REF>` or `<*>`, which may be of any allele; null where none are counted. */
  readonly unnamed: { readonly reads: number; readonly depth: number } | null;
}

export interface VariantRecord {
  /** 1-based line in the decompressed text; null when an index led to it. */
  readonly line: number | null;
  /** One call for each ALT that is an allele. */
  readonly calls: readonly VariantCall[];
  /** The variant, where the record names it and gives no alleles. */
  readonly named?: NamedCall;
  readonly skipped: readonly SkippedAlt[];
  /** CHROM as in the file. */
  readonly rawContig: string;
  /** Of a record without an allele, such as a call of the reference: what it states of its place. */
  readonly reference?: ReferenceSite;
  /** The junctions of its alleles, and the alleles that are none; only when they were asked for. */
  readonly structural?: {
    readonly calls: readonly StructuralCall[];
    readonly passedOver: readonly SkippedAlt[];
  };
}

export interface RecordOptions {
  /**
   * Read only the blocks that the index beside the file (`.tbi`, `.csi`) names for the regions. Without such an index, or
   * when it does not fit the file, the file is read whole. Lines are not numbered then, and those that are not read are
   * neither counted nor checked.
   */
  readonly useIndex: boolean;
  /**
   * Where a record that failed a filter is decoded like any other. Elsewhere only the first few of each kind are, as examples,
   * and the others are counted. Absent: all of them are decoded.
   */
  readonly filteredWanted?: RegionTable;
  /**
   * Why an allele of plain bases does not matter at a place, by the bytes of its line; null where it may. Records there are counted and not
   * decoded, but for the first few of each kind. Absent: all of them are decoded.
   */
  readonly passOver?: (span: RegionInterval, line: Buffer) => QuietPlace | null;
  /** Count all records by FILTER, wherever they lie. Needs every line, so that no index is used. */
  readonly countFilters?: boolean;
}

export interface VariantFile {
  readonly header: VariantHeader;
  /**
   * The records in file order; can be taken once. Only records that overlap `regions` are decoded, the
   * others are counted; null decodes everything.
   */
  records(regions: RegionTable | null, options?: RecordOptions): AsyncIterable<VariantRecord>;
  /** Whether the records came, or will come, from all lines or from those that an index led to. */
  reading(): "whole file" | "by index";
  /** Data lines so far: all of them, those outside the regions, and those refused as unreadable. */
  counts(): { readonly read: number; readonly outside: number; readonly refused: number };
  /** Records so far that were counted and not decoded because of their place. */
  passedOver(): ReadonlyMap<QuietPlace, number>;
  /** Rows so far of other samples than the tumor's, in formats that list several; absent in the others. */
  otherSamples?(): number;
  /** What FILTER alone said so far. */
  filters(): FilterCounts;
  /** Of the stored bytes; complete once the records are read to the end. */
  digest(): { readonly sha256: string; readonly bytes: number };
}
