/**
 * The file of gene models that ships with the program: text, in chunks of neighboring transcripts, so that a case parses only
 * those that its variants lie in. Written by `knowledgebase/import/reference/pack-gene-models.ts`.
 *
 * The first line is a table of contents as JSON, the second its SHA-256. Behind them lie the chunks and then, one for each
 * chromosome of a build, the quiet places of the knowledgebase; both are lines of cells between tabs:
 *
 *     T gene id refseq strand flags start exons cds     a transcript; numbers behind `start` are in base 36
 *     B start bases                                     plus-strand bases that are known from `start` on
 *     I gene start spans                                what lies deep inside introns of a gene
 *     U gene start spans                                what is not translated of it
 *     N gene start spans                                what lies beside genes of the knowledgebase; `gene`: see `QuietPlaces`
 *
 * `exons` and `spans` are written as in `span-text.ts`, from `start` on, `cds` is `offset.length` of the
 * coding part in the genome, from `start`. Flags: `p` preferred, `c` only coding parts of the exons are known.
 */
import type { Assembly, Contig } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";
import { sha256 } from "../../io/sha256.ts";
import { readSpans, sumSpans } from "./span-text.ts";
import {
  hasId,
  type BasesAt,
  type GenomeModels,
  type QuietPlaces,
  type Span,
  type Transcript,
} from "./transcript.ts";

/** A part of the file. */
export interface PartEntry {
  readonly assembly: Assembly;
  readonly contig: Contig;
  /** Bytes. */
  readonly size: number;
  /** First 16 hexadecimal digits of the SHA-256 of the part. */
  readonly sha: string;
}

export interface ChunkEntry extends PartEntry {
  /** First and last base of its transcripts. */
  readonly start: number;
  readonly end: number;
}

export interface ModelContents {
  readonly format: "metaction gene models 3";
  readonly chunks: readonly ChunkEntry[];
  readonly quiet: readonly PartEntry[];
}

/** How a line begins that holds quiet places. */
export const quietLines: Readonly<Record<QuietPlaces["kind"], string>> = {
  intron: "I",
  untranslated: "U",
  beside: "N",
};

interface Chunk {
  readonly transcripts: readonly LazyTranscript[];
  /** Runs of bases in genomic order. */
  readonly runs: readonly { readonly start: number; readonly bases: string }[];
}

/** Most transcripts of a chunk are neighbors that no variant touches: of these only the ends are read. */
interface LazyTranscript {
  readonly span: Span;
  readonly transcript: Transcript;
}

interface LazyChunk extends ChunkEntry {
  readonly at: number;
  open(): Chunk;
}

interface LazyQuiet extends PartEntry {
  read(): QuietPlaces[];
}

export interface PackedModels {
  /** SHA-256 of the table of contents, which holds the digests of all chunks. */
  readonly sha256: string;
  readonly of: {
    (assembly: Assembly): GenomeModels;
    /** What the models were made of, as a report names it. */
    readonly sources: Readonly<Record<string, string>>;
  };
}

/**
 * Opens the bytes of the file; `name` is what messages and reports call it. Throws Refusal "knowledgebase" when it is not what its digests
 * say; a chunk when it is first used.
 */
export function openPackedModels(bytes: Buffer, name: string): PackedModels {
  const firstEnd = bytes.indexOf("\n");
  const secondEnd = bytes.indexOf("\n", firstEnd + 1);
  const head = bytes.subarray(0, Math.max(0, firstEnd));
  const stated = bytes.toString("latin1", firstEnd + 1, Math.max(firstEnd + 1, secondEnd));
  if (firstEnd < 0 || stated !== sha256(head)) throw damaged(name);
  const contents = JSON.parse(head.toString("utf8")) as ModelContents;
  let at = secondEnd + 1;
  const chunks = contents.chunks.map((entry): LazyChunk => {
    const from = at;
    at += entry.size;
    let opened: Chunk | null = null;
    const open = (): Chunk =>
      (opened ??= readChunk(bytes.subarray(from, from + entry.size), entry, name));
    return { ...entry, at: from, open };
  });
  const quiet = contents.quiet.map((entry): LazyQuiet => {
    const from = at;
    at += entry.size;
    return {
      ...entry,
      read: () => readQuiet(bytes.subarray(from, from + entry.size), entry, name),
    };
  });
  const made = new Map<Assembly, GenomeModels>();
  const of = (assembly: Assembly): GenomeModels => {
    const known = made.get(assembly) ?? makeModels({ chunks, quiet }, assembly, bytes);
    made.set(assembly, known);
    return known;
  };
  const sources = { "gene models": `${name}, SHA-256 of its contents ${stated}` };
  return { sha256: stated, of: Object.assign(of, { sources }) };
}

function damaged(name: string): Error {
  return refuse("knowledgebase", "gene-models-damaged", `${name} is not what its digest says`, {
    where: { file: name },
    hint: "Install the program again.",
  });
}

function makeModels(
  all: { readonly chunks: readonly LazyChunk[]; readonly quiet: readonly LazyQuiet[] },
  assembly: Assembly,
  bytes: Buffer,
): GenomeModels {
  const chunks = all.chunks.filter((chunk) => chunk.assembly === assembly);
  const quiet = all.quiet.filter((part) => part.assembly === assembly);
  const byContig = new Map<Contig, LazyChunk[]>();
  for (const chunk of chunks) {
    const group = byContig.get(chunk.contig);
    if (group) group.push(chunk);
    else byContig.set(chunk.contig, [chunk]);
  }
  const near = (contig: Contig, start: number, end: number): LazyChunk[] =>
    (byContig.get(contig) ?? []).filter((chunk) => chunk.start <= end && chunk.end >= start);
  const basesAt: BasesAt = (contig, start, end) => {
    const runs = near(contig, start, end).flatMap((chunk) => chunk.open().runs);
    return layRuns(runs, start, end);
  };
  /** Transcripts of the chunks in which the text stands. */
  const holding = (text: string): Transcript[] =>
    [...findChunks(bytes, chunks, text)].flatMap((chunk) =>
      chunk.open().transcripts.map(({ transcript }) => transcript),
    );
  return {
    bases: basesAt,
    transcriptsAt: (contig, start, end, flank = 0) =>
      near(contig, start - flank, end + flank).flatMap((chunk) =>
        chunk
          .open()
          .transcripts.filter(({ span }) => span[0] <= end + flank && span[1] >= start - flank)
          .map(({ transcript }) => transcript),
      ),
    transcriptsOf: (gene) =>
      holding(`\nT\t${gene}\t`).filter((transcript) => transcript.gene === gene),
    transcriptById: (id) => holding(`\t${id}`).find((transcript) => hasId(transcript, id)) ?? null,
    quietPlaces: (contig) => quiet.find((part) => part.contig === contig)?.read() ?? [],
  };
}

/**
 * Those in which the text stands, in the order of the file. It should begin with the byte before a line or a cell: searching stops at
 * every byte like the first one, and in sequences a `T` is one in four.
 */
function* findChunks(
  bytes: Buffer,
  chunks: readonly LazyChunk[],
  text: string,
): Generator<LazyChunk> {
  let found = -1;
  for (const chunk of chunks) {
    const end = chunk.at + chunk.size;
    if (found < chunk.at - 1) found = bytes.indexOf(text, chunk.at - 1);
    if (found === -1) return;
    if (found < end - 1) yield chunk;
  }
}

function layRuns(runs: Chunk["runs"], start: number, end: number): string {
  let text = "";
  let next = start;
  for (const { start: from, bases } of runs) {
    const last = from + bases.length - 1;
    if (last < next || from > end) continue;
    text += "N".repeat(Math.max(0, from - next));
    const first = Math.max(from, next);
    text += bases.slice(first - from, end - from + 1);
    next = Math.min(last, end) + 1;
  }
  return text + "N".repeat(end - next + 1);
}

function readChunk(bytes: Buffer, entry: ChunkEntry, name: string): Chunk {
  const lines = readLines(bytes, entry, name);
  const cellsOf = (kind: string): string[][] =>
    lines.filter((line) => line.startsWith(`${kind}\t`)).map((line) => line.slice(2).split("\t"));
  let transcripts: Chunk["transcripts"] | null = null;
  return {
    // A file that is annotated is compared with the bases alone.
    get transcripts() {
      return (transcripts ??= cellsOf("T").map((cells) => openTranscript(cells, entry.contig)));
    },
    runs: cellsOf("B")
      .map(([start, bases = ""]) => ({ start: Number(start), bases }))
      .toSorted((a, b) => a.start - b.start),
  };
}

function readLines(bytes: Buffer, entry: PartEntry, name: string): string[] {
  if (sha256(bytes).slice(0, 16) !== entry.sha) throw damaged(name);
  return bytes.toString("latin1").split("\n");
}

function readQuiet(bytes: Buffer, entry: PartEntry, name: string): QuietPlaces[] {
  return readLines(bytes, entry, name)
    .filter((line) => line !== "")
    .map((line) => {
      const [letter = "", gene = "", start, spans = ""] = line.split("\t");
      const kind = kindOfLine.get(letter);
      if (kind === undefined) throw damaged(name);
      return { kind, gene, spans: readSpans(Number(start), spans) };
    });
}

const kindOfLine = new Map(
  Object.entries(quietLines).map(([kind, letter]) => [letter, kind as QuietPlaces["kind"]]),
);

function openTranscript(cells: readonly string[], contig: Contig): LazyTranscript {
  const first = Number(cells[startCell]);
  let opened: Transcript | null = null;
  return {
    span: [first, first - 1 + sumSpans(cells[startCell + 1] ?? "")],
    get transcript() {
      return (opened ??= readTranscript(cells, contig));
    },
  };
}

const startCell = 5;

function readTranscript(cells: readonly string[], contig: Contig): Transcript {
  const [gene = "", id = "", refseq = "", strand, flags = "", start = "", parts = "", cds = ""] =
    cells;
  const first = Number(start);
  const exons = readSpans(first, parts);
  return {
    id,
    refseq: refseq === "" ? null : refseq,
    gene,
    contig,
    reversed: strand === "-",
    exons,
    coding: cds === "" ? [] : codingParts(exons, first, cds),
    preferred: flags.includes("p"),
    hasUtr: !flags.includes("c"),
    phase: 0,
    biotype: null,
  };
}

function codingParts(exons: readonly Span[], first: number, cds: string): Span[] {
  const [offset = 0, length = 0] = cds.split(".").map((number) => Number.parseInt(number, 36));
  const from = first + offset;
  const to = from + length - 1;
  return exons.flatMap(([start, end]): Span[] =>
    start <= to && end >= from ? [[Math.max(start, from), Math.min(end, to)]] : [],
  );
}
