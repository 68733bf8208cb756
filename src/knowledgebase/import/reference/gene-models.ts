/** Transcripts with exon and coding coordinates, from the tables that the importer is given. */
import { normalizeContig } from "../../../model/contig-name.ts";
import type { Contig } from "../../../model/locus.ts";
import { readTable, type SourceText } from "./read-table.ts";

/** Closed 1-based interval. */
export type Span = readonly [start: number, end: number];

export interface Transcript {
  /** With version: `ENST00000288602.6`. */
  readonly id: string;
  readonly gene: string;
  /** The one that the table marks as the canonical transcript of the gene. */
  readonly canonical: boolean;
  readonly contig: Contig;
  readonly reversed: boolean;
  /** In the order of transcription, so that exon 1 comes first on either strand. */
  readonly exons: readonly Span[];
  /** Coding parts in the order of transcription, with the stop codon. */
  readonly coding: readonly Span[];
}

/** UCSC genePred rows named `GENE_ENST00000288602.6.v75`; several transcripts a gene, the canonical one between `***`. */
export function readGenePred(source: SourceText): Transcript[] {
  const at = (name: string): string => `hg19.ensGene.${name}`;
  const columns = [
    "name",
    "chrom",
    "strand",
    "cdsStart",
    "cdsEnd",
    "exonStarts",
    "exonEnds",
    "name2",
  ];
  return readTable(source, columns.map(at)).flatMap((row) => {
    const contig = normalizeContig(row.get(at("chrom")));
    const id = row.get(at("name")).replace(/\.v\d+$/, "");
    const name = row.get(at("name2"));
    const gene = name.replaceAll("*", "").split("_ENST")[0] ?? "";
    const canonical = name.startsWith("***");
    if (!contig) return [];
    const starts = numbers(row.get(at("exonStarts")));
    const ends = numbers(row.get(at("exonEnds")));
    const exons = starts.map((start, index): Span => [start + 1, ends[index] ?? start]);
    const codingEnds: Span = [Number(row.get(at("cdsStart"))) + 1, Number(row.get(at("cdsEnd")))];
    const coding = exons.flatMap((exon) => overlap(exon, codingEnds));
    const strand = row.get(at("strand"));
    return [makeTranscript({ id, gene, canonical, contig, strand, exons, coding })];
  });
}

/** The MANE tables: `exons_1based` is absent from the one that was lifted to GRCh37, whose exons are then the coding parts. */
export function readManeModels(source: SourceText): Transcript[] {
  return readTable(source, ["gene", "ensembl_tx", "chrom", "strand", "cds_1based"]).flatMap(
    (row) => {
      const contig = normalizeContig(row.get("chrom"));
      if (!contig) return [];
      const coding = spans(row.get("cds_1based"));
      const exons = row.get("exons_1based") ? spans(row.get("exons_1based")) : coding;
      const [id, gene, strand] = [row.get("ensembl_tx"), row.get("gene"), row.get("strand")];
      return [makeTranscript({ id, gene, canonical: true, contig, strand, exons, coding })];
    },
  );
}

/** Number of coding bases, with the stop codon. */
export function codingLength(transcript: Transcript): number {
  return transcript.coding.reduce((sum, [start, end]) => sum + end - start + 1, 0);
}

/** Genomic positions of the coding bases, first base of the start codon first. */
export function codingPositions(transcript: Transcript): number[] {
  return transcript.coding.flatMap(([start, end]) => {
    const positions = Array.from({ length: end - start + 1 }, (_, index) => start + index);
    return transcript.reversed ? positions.toReversed() : positions;
  });
}

/** First and last residue (1-based) whose codon has a base in the interval; null when none has. */
export function residuesOf(transcript: Transcript, [start, end]: Span): Span | null {
  let before = 0;
  let first: number | null = null;
  let last = 0;
  for (const [from, to] of transcript.coding) {
    const shared = overlap([from, to], [start, end])[0];
    if (shared) {
      const skipped = transcript.reversed ? to - shared[1] : shared[0] - from;
      first ??= before + skipped;
      last = before + skipped + shared[1] - shared[0];
    }
    before += to - from + 1;
  }
  return first === null ? null : [Math.floor(first / 3) + 1, Math.floor(last / 3) + 1];
}

function makeTranscript(raw: Omit<Transcript, "reversed"> & { strand: string }): Transcript {
  const { strand, ...rest } = raw;
  const reversed = strand === "-";
  const inOrder = (list: readonly Span[]): Span[] =>
    list.toSorted((a, b) => (reversed ? b[0] - a[0] : a[0] - b[0]));
  return { ...rest, reversed, exons: inOrder(raw.exons), coding: inOrder(raw.coding) };
}

function overlap(a: Span, b: Span): Span[] {
  const start = Math.max(a[0], b[0]);
  const end = Math.min(a[1], b[1]);
  return start <= end ? [[start, end]] : [];
}

function numbers(list: string): number[] {
  return list.split(",").filter(Boolean).map(Number);
}

function spans(list: string): Span[] {
  return list.split(",").map((part): Span => {
    const [start, end] = part.split("-").map(Number);
    return [start ?? 0, end ?? 0];
  });
}
