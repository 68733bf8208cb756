import { compareText } from "../../model/order.ts";
import type { Contig } from "../../model/locus.ts";
import { cutOut, joinSpans, shared, widen } from "./spans.ts";
import type { QuietPlaces, Span, Transcript } from "./transcript.ts";

/**
 * Bases from what is read of a gene within which a place is not taken for quiet: splice regions reach 8 of them (Sequence Ontology),
 * and an indel of a repeat may be written some way from where it is named.
 */
const margin = 100;

type Model = Pick<Transcript, "gene" | "contig" | "exons" | "coding">;

/** The genes that are asked about, on one contig. */
export interface AskedGenes {
  readonly isAskedAbout: (gene: string) => boolean;
  /** Where their statements look for variants. */
  readonly spans: readonly Span[];
  /** The same with the bases beside them, from which records are decoded. */
  readonly flanked: readonly Span[];
}

/** Quiet places of one contig: of all genes what lies in introns and untranslated, and what lies beside the genes that are asked about. */
export function findQuietPlaces(
  transcripts: readonly Model[],
  contig: Contig,
  asked: AskedGenes | null,
): QuietPlaces[] {
  const own = transcripts.filter((transcript) => transcript.contig === contig);
  const read = joinSpans(own.flatMap((model) => widen(readParts(model), margin)));
  const places = [...findIntrons(own), ...findUntranslated(own, read)];
  if (asked === null) return places;
  const inGenes = places.filter(({ gene }) => asked.isAskedAbout(gene));
  return [...inGenes, ...findBeside(own, read, asked)];
}

/** Further than 100 bases from every exon of the transcripts, by the genes whose transcripts hold the place. */
function findIntrons(own: readonly Model[]): QuietPlaces[] {
  const exons = joinSpans(own.flatMap((model) => widen(model.exons, margin)));
  return byGene(own, "intron", (models) => cutOut(joinSpans(models.map(extentOf)), exons));
}

/** In an exon before or behind the coding part of its transcript, and further than 100 bases from what is read of all transcripts. */
function findUntranslated(own: readonly Model[], read: readonly Span[]): QuietPlaces[] {
  return byGene(own, "untranslated", (models) =>
    cutOut(joinSpans(models.flatMap(untranslatedParts)), read),
  );
}

/** Coding bases and splice sites, and whole exons of a transcript that codes for nothing. */
function readParts({ exons, coding }: Model): readonly Span[] {
  if (coding.length === 0) return exons;
  const [start, end] = extentOf({ exons });
  const sites = exons.flat().filter((at) => at !== start && at !== end);
  return [...coding, ...sites.map((at): Span => [at, at])];
}

function untranslatedParts({ exons, coding }: Model): readonly Span[] {
  if (coding.length === 0) return [];
  const start = Math.min(...coding.map(([from]) => from));
  const end = Math.max(...coding.map(([, to]) => to));
  return cutOut(joinSpans(exons), [[start, end]]);
}

/**
 * Beside the genes that are asked about, and further than 100 bases from them and from what is read of others: by the other genes whose
 * transcripts hold the place, and without a gene where no transcript is near.
 */
function findBeside(
  own: readonly Model[],
  read: readonly Span[],
  asked: AskedGenes,
): QuietPlaces[] {
  const [theirs, others] = partition(own, ({ gene }) => asked.isAskedAbout(gene));
  const near = widen([...asked.spans, ...theirs.map(extentOf)], margin);
  const zone = cutOut(cutOut(joinSpans(asked.flanked), joinSpans(near)), read);
  const touched = joinSpans(widen(others.map(extentOf), margin));
  const free: QuietPlaces = { kind: "beside", gene: "", spans: cutOut(zone, touched) };
  const held = byGene(others, "beside", (models) =>
    shared(joinSpans(widen(models.map(extentOf), -margin)), zone),
  );
  return [free, ...held].filter(({ spans }) => spans.length > 0);
}

/** Of the genes that have such places, in the order of their names. */
function byGene(
  models: readonly Model[],
  kind: QuietPlaces["kind"],
  find: (models: readonly Model[]) => Span[],
): QuietPlaces[] {
  const groups = new Map<string, Model[]>();
  for (const model of models) {
    const group = groups.get(model.gene);
    if (group === undefined) groups.set(model.gene, [model]);
    else group.push(model);
  }
  return [...groups]
    .map(([gene, group]) => ({ kind, gene, spans: find(group) }))
    .filter(({ spans }) => spans.length > 0)
    .toSorted((a, b) => compareText(a.gene, b.gene));
}

function extentOf({ exons }: Pick<Model, "exons">): Span {
  return [Math.min(...exons.map(([from]) => from)), Math.max(...exons.map(([, to]) => to))];
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
