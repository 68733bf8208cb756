/** Writes the file of gene models that `annotate/models/packed-models.ts` reads and describes. */
import { findQuietPlaces, type AskedGenes } from "../../../annotate/models/find-quiet-places.ts";
import {
  quietLines,
  type ChunkEntry,
  type ModelContents,
  type PartEntry,
} from "../../../annotate/models/packed-models.ts";
import { writeSpans } from "../../../annotate/models/span-text.ts";
import type { QuietPlaces } from "../../../annotate/models/transcript.ts";
import { sha256 } from "../../../io/sha256.ts";
import type { Assembly, Contig } from "../../../model/locus.ts";
import { compareText } from "../../../model/order.ts";
import { layBases, readCodingSequences } from "./base-map.ts";
import { readGenePred, readManeModels, type Span, type Transcript } from "./gene-models.ts";
import type { SourceText } from "./read-table.ts";

/** Texts of the tables that gene models are made of. */
export interface ModelTables {
  /** MANE Select on GRCh38 with exons. */
  readonly maneModels: SourceText;
  /** MANE Select on GRCh37, lifted: coding parts only. */
  readonly liftedModels: SourceText;
  /** Ensembl 75 on GRCh37. */
  readonly genePred: SourceText;
  readonly codingSequences: SourceText;
}

/** What is taken of the tables beside what all take. */
export interface TakenModels {
  /** Ensembl transcripts by id without version. */
  readonly numberedBy: ReadonlySet<string>;
  /** The genes whose quiet places are written down. */
  readonly asked: (assembly: Assembly, contig: Contig) => AskedGenes;
}

interface Packed {
  readonly assembly: Assembly;
  readonly transcript: Transcript;
  readonly refseq: string;
  readonly flags: string;
}

/** Transcripts in one chunk: a variant has it parsed as a whole. */
const chunkSize = 24;

/**
 * The text of the file. Of Ensembl 75 the canonical transcripts and those in `numberedBy` are taken, of MANE all. Coding sequences are laid on the transcript of their gene that has their length; a sequence that fits none is
 * left out.
 */
export function packGeneModels(tables: ModelTables, taken: TakenModels): string {
  const ensembl = readGenePred(tables.genePred).filter(
    ({ id, canonical, coding }) =>
      coding.length > 0 && (canonical || taken.numberedBy.has(id.split(".")[0] ?? "")),
  );
  const lifted = readManeModels(tables.liftedModels);
  const mane = readManeModels(tables.maneModels);
  const refseq = refseqIds([tables.maneModels, tables.liftedModels]);
  const pack = (assembly: Assembly, transcript: Transcript, flags: string): Packed => ({
    assembly,
    transcript,
    refseq: flags.includes("p") ? (refseq.get(transcript.id) ?? "") : "",
    flags,
  });
  const packed = [
    ...mane.map((transcript) => pack("GRCh38", transcript, "p")),
    ...lifted.map((transcript) => pack("GRCh37", transcript, "pc")),
    ...ensembl.map((transcript) =>
      pack("GRCh37", transcript, hasMane(lifted, transcript) ? "" : "p"),
    ),
  ];
  const sequences = new Map(
    readCodingSequences(tables.codingSequences).map(({ gene, sequence }) => [gene, sequence]),
  );
  const chunks = splitChunks(packed).map((chunk) => writeChunk(chunk, sequences));
  return writeParts(chunks, writeQuiet(packed, taken.asked));
}

function hasMane(lifted: readonly Transcript[], { gene }: Transcript): boolean {
  return lifted.some((other) => other.gene === gene);
}

function refseqIds(tables: readonly SourceText[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap(({ text }) =>
      text.split("\n").map((line): [string, string] => {
        const [, id = "", refseq = ""] = line.split("\t");
        return [id, refseq];
      }),
    ),
  );
}

/** Transcripts of one build and chromosome by place; those of one gene stay together. */
function splitChunks(packed: readonly Packed[]): Packed[][] {
  const chunks: Packed[][] = [];
  const byPlace = packed.toSorted(
    (a, b) =>
      compareText(a.assembly, b.assembly) ||
      compareText(a.transcript.contig, b.transcript.contig) ||
      startOf(a) - startOf(b) ||
      compareText(a.transcript.id, b.transcript.id),
  );
  const placeOf = new Map<string, Packed[]>();
  for (const one of byPlace) {
    const key = `${one.assembly} ${one.transcript.contig} ${one.transcript.gene}`;
    const own = placeOf.get(key);
    const last = chunks.at(-1);
    const [head] = last ?? [];
    const fits =
      last !== undefined &&
      head?.assembly === one.assembly &&
      head.transcript.contig === one.transcript.contig &&
      last.length < chunkSize;
    const chunk = own ?? (fits ? last : []);
    if (chunk.length === 0) chunks.push(chunk);
    chunk.push(one);
    placeOf.set(key, chunk);
  }
  return chunks;
}

function startOf({ transcript }: Packed): number {
  return Math.min(...transcript.exons.map(([start]) => start));
}

function endOf({ transcript }: Packed): number {
  return Math.max(...transcript.exons.map(([, end]) => end));
}

interface WrittenPart<Entry> {
  readonly entry: Entry;
  readonly text: string;
}

type WrittenChunk = WrittenPart<Omit<ChunkEntry, "size" | "sha">>;

function writeChunk(
  chunk: readonly Packed[],
  sequences: ReadonlyMap<string, string>,
): WrittenChunk {
  const [{ assembly, transcript }] = chunk as [Packed];
  const genes = new Set(chunk.map((one) => one.transcript.gene));
  const runs = [...genes].toSorted(compareText).flatMap((gene) => {
    // MANE first: where two models have one length, it is the one that the sequence was verified on.
    const models = chunk
      .filter((one) => one.transcript.gene === gene)
      .toSorted((a, b) => Number(b.refseq !== "") - Number(a.refseq !== ""))
      .map(({ transcript: model }) => model);
    const sequence = sequences.get(gene);
    return sequence === undefined ? [] : writeRuns(sequence, models);
  });
  const lines = [...chunk.map(writeTranscript), ...runs];
  const start = Math.min(...chunk.map(startOf));
  const end = Math.max(...chunk.map(endOf));
  return {
    entry: { assembly, contig: transcript.contig, start, end },
    text: `${lines.join("\n")}\n`,
  };
}

function writeTranscript({ transcript, refseq, flags }: Packed): string {
  const { gene, id, reversed } = transcript;
  const byPlace = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a[0] - b[0]);
  const exons = byPlace(transcript.exons);
  const coding = byPlace(transcript.coding);
  const start = exons[0]?.[0] ?? 0;
  const first = coding[0]?.[0] ?? 0;
  const last = coding.at(-1)?.[1] ?? 0;
  const cds = `${(first - start).toString(36)}.${(last - first + 1).toString(36)}`;
  const cells = [gene, id, refseq, reversed ? "-" : "+", flags, start, writeSpans(exons), cds];
  return ["T", ...cells].join("\t");
}

/** Quiet places by build and chromosome, as the transcripts of all genes leave them. */
function writeQuiet(
  packed: readonly Packed[],
  askedOf: TakenModels["asked"],
): WrittenPart<Omit<PartEntry, "size" | "sha">>[] {
  const groups = new Map<
    string,
    { entry: Pick<PartEntry, "assembly" | "contig">; own: Packed[] }
  >();
  for (const one of packed) {
    const { assembly, transcript } = one;
    const entry = { assembly, contig: transcript.contig };
    const key = `${assembly} ${transcript.contig}`;
    const group = groups.get(key) ?? { entry, own: [] };
    groups.set(key, group);
    group.own.push(one);
  }
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, { entry, own }]) => {
      const transcripts = own.map(({ transcript }) => transcript);
      const asked = askedOf(entry.assembly, entry.contig);
      const places = findQuietPlaces(transcripts, entry.contig, asked);
      return { entry, text: places.map(writePlaces).join("") };
    })
    .filter(({ text }) => text !== "");
}

function writePlaces({ kind, gene, spans }: QuietPlaces): string {
  return `${quietLines[kind]}\t${gene}\t${spans[0]?.[0] ?? 0}\t${writeSpans(spans)}\n`;
}

/** Known bases of the gene in runs without a gap. */
function writeRuns(sequence: string, models: readonly Transcript[]): string[] {
  const baseAt = layBases(sequence, models);
  if (baseAt === null) return [];
  const covered = models
    .flatMap(({ coding }) => coding)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const runs: { start: number; bases: string }[] = [];
  let done = 0;
  for (const [from, to] of covered) {
    for (let at = Math.max(from, done + 1); at <= to; at++) {
      const base = baseAt(at);
      const run = runs.at(-1);
      if (base === undefined) continue;
      if (run !== undefined && run.start + run.bases.length === at) run.bases += base;
      else runs.push({ start: at, bases: base });
    }
    done = Math.max(done, to);
  }
  return runs.map(({ start, bases }) => `B\t${start}\t${bases}`);
}

function writeParts(chunks: readonly WrittenChunk[], quiet: ReturnType<typeof writeQuiet>): string {
  const contents: ModelContents = {
    format: "metaction gene models 3",
    chunks: chunks.map(seal),
    quiet: quiet.map(seal),
  };
  const head = JSON.stringify(contents);
  const parts = [...chunks, ...quiet].map(({ text }) => text);
  return `${head}\n${sha256(head)}\n${parts.join("")}`;
}

function seal<Entry>({ entry, text }: WrittenPart<Entry>): Entry & Pick<PartEntry, "size" | "sha"> {
  return {
    ...entry,
    size: Buffer.byteLength(text, "latin1"),
    sha: sha256(text).slice(0, 16),
  };
}
