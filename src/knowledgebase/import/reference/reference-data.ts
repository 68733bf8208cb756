/** What the outside tables say about genes, kept together for the importers. */
import {
  layBases,
  readCoding,
  readCodingSequences,
  type BaseAt,
  type KnownCoding,
} from "./base-map.ts";
import { readGenePred, readManeModels, type Transcript } from "./gene-models.ts";
import { readLiftover, type Liftover } from "./liftover.ts";
import type { SourceText } from "./read-table.ts";

export interface GeneModel {
  /** All GRCh37 transcripts that are known, MANE Select last. */
  readonly transcripts: readonly Transcript[];
  /** MANE Select on GRCh37, lifted. */
  readonly mane: Transcript | null;
  /** Canonical in Ensembl 75, else MANE Select. */
  readonly canonical: Transcript | null;
  /** GRCh37 bases of the coding positions; null without a verified sequence. */
  readonly baseAt: BaseAt | null;
  /** The coding sequence of one of the transcripts; null without a verified sequence of the gene. */
  codingOf(transcript: Transcript): KnownCoding | null;
}

export interface GeneReference {
  readonly liftover: Liftover;
  geneModel(gene: string): GeneModel;
}

/** Texts of the four tables on GRCh37. */
export interface GeneTables {
  readonly genePred: SourceText;
  readonly liftedModels: SourceText;
  readonly codingSequences: SourceText;
  readonly chain: SourceText;
}

/** Reads the gene tables once; every question is then a lookup. */
export function readGeneReference(tables: GeneTables): GeneReference {
  const named = groupByGene(readGenePred(tables.genePred));
  const lifted = groupByGene(readManeModels(tables.liftedModels));
  const sequences = new Map(
    readCodingSequences(tables.codingSequences).map(({ gene, sequence }) => [gene, sequence]),
  );
  const models = new Map<string, GeneModel>();
  return {
    liftover: readLiftover(tables.chain.text),
    geneModel(gene) {
      const known = models.get(gene);
      if (known) return known;
      const mane = lifted.get(gene)?.[0] ?? null;
      const own = named.get(gene) ?? [];
      const transcripts = mane ? [...own, mane] : own;
      const sequence = sequences.get(gene);
      // MANE first: where two models have one length, it is the one that the sequence was verified on.
      const candidates = mane ? [mane, ...own] : own;
      const baseAt = sequence === undefined ? null : layBases(sequence, candidates);
      const canonical = own.find((transcript) => transcript.canonical) ?? mane;
      const model = { transcripts, mane, canonical, baseAt, codingOf: readEach(baseAt) };
      models.set(gene, model);
      return model;
    },
  };
}

/** Reads the coding sequence of each transcript once. */
function readEach(baseAt: BaseAt | null): GeneModel["codingOf"] {
  const known = new Map<Transcript, KnownCoding>();
  return (transcript) => {
    if (!baseAt) return null;
    const coding = known.get(transcript) ?? readCoding(transcript, baseAt);
    known.set(transcript, coding);
    return coding;
  };
}

/** The first of the transcripts, by id, that is one of the gene (any version), else the canonical one. */
export function numberedBy(model: GeneModel, ids: readonly (string | null)[]): Transcript | null {
  for (const id of ids) {
    const bare = id?.split(".")[0];
    const found =
      model.transcripts.find((transcript) => transcript.id === id) ??
      model.transcripts.find((transcript) => transcript.id.split(".")[0] === bare);
    if (found) return found;
  }
  return model.canonical;
}

function groupByGene(
  transcripts: readonly Transcript[],
): ReadonlyMap<string, readonly Transcript[]> {
  const groups = new Map<string, Transcript[]>();
  for (const transcript of transcripts) {
    const group = groups.get(transcript.gene);
    if (group) group.push(transcript);
    else groups.set(transcript.gene, [transcript]);
  }
  return groups;
}
