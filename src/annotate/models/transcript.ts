/** A transcript on the genome, and the numbering of its coding bases. */
import type { Contig, OneBased } from "../../model/locus.ts";

/** Closed interval of 1-based genomic positions. */
export type Span = readonly [start: number, end: number];

export interface Transcript {
  /** With version where it has one: `ENST00000646891.2`. */
  readonly id: string;
  /** RefSeq id of the same transcript: `NM_004333.6`. */
  readonly refseq: string | null;
  readonly gene: string;
  readonly contig: Contig;
  readonly reversed: boolean;
  /** In genomic order. */
  readonly exons: readonly Span[];
  /** Coding parts with the stop codon, in genomic order; they may overlap where a ribosome slips. Empty: codes for nothing. */
  readonly coding: readonly Span[];
  /** MANE Select, or the canonical transcript of its gene. */
  readonly preferred: boolean;
  /** False when only the coding parts of the exons are known: nothing can be said of UTRs and of the first and last exon. */
  readonly hasUtr: boolean;
  /** Bases at the start of the coding sequence that belong to a codon whose start is not known: 0, 1 or 2. */
  readonly phase: 0 | 1 | 2;
  /** Class of the transcript where it is none that makes an ordinary protein: `nonsense_mediated_decay`, `lincRNA`. */
  readonly biotype: string | null;
}

/**
 * Places at which a change of bases changes nothing that is read of a gene, further than 100 bases from what is read of any transcript: inside
 * introns, in what is not translated, and beside the genes that are asked about. Beside them `gene` is the other gene whose
 * transcript holds the place, empty where none does.
 */
export interface QuietPlaces {
  readonly kind: "intron" | "untranslated" | "beside";
  readonly gene: string;
  /** In the order of the genome. */
  readonly spans: readonly Span[];
}

/** Plus-strand bases of a closed 1-based interval, `N` where a base is not known. */
export type BasesAt = (contig: Contig, start: OneBased, end: OneBased) => string;

/** Transcripts and bases of one genome build. */
export interface GenomeModels {
  /** Transcripts whose exons or introns touch the interval, or whose start or end lies within `flank` bases of it. */
  transcriptsAt(contig: Contig, start: OneBased, end: OneBased, flank?: number): Transcript[];
  transcriptsOf(gene: string): Transcript[];
  /** By Ensembl or RefSeq id without version, in capitals. */
  transcriptById(id: string): Transcript | null;
  /** Of the genes of the knowledgebase, as far as they are known. */
  quietPlaces(contig: Contig): readonly QuietPlaces[];
  readonly bases: BasesAt;
}

/** First and last base. */
export function spanOf({ exons }: Transcript): Span {
  return [exons[0]?.[0] ?? 0, exons.at(-1)?.[1] ?? 0];
}

/** An id without its version, nor that of GENCODE's mapping to GRCh37, in capitals: `ENST00000646891` of `ENST00000646891.2_4`. */
export function bareId(id: string): string {
  return id.replace(/\.\d+(?:_\d+)?$/, "").toUpperCase();
}

/** True for the Ensembl or RefSeq id of the transcript as `bareId` gives it. */
export function hasId({ id, refseq }: Pick<Transcript, "id" | "refseq">, bare: string): boolean {
  return [id, refseq ?? ""].some((own) => bareId(own) === bare);
}

/** Longer than every chromosome. */
const longestContig = 300_000_000;

/** A chromosome as one exon that codes for nothing, so that its bases are numbered from 1. */
export function wholeContig(contig: Contig): Transcript {
  return {
    id: contig,
    refseq: null,
    gene: "",
    contig,
    reversed: false,
    exons: [[1, longestContig]],
    coding: [],
    preferred: false,
    hasUtr: true,
    phase: 0,
    biotype: null,
  };
}
