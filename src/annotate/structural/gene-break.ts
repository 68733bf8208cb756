import type { Breakend } from "../../read/structural/structural-call.ts";
import { bareId, hasId, type GenomeModels, type Transcript } from "../models/transcript.ts";
import type { NameGene } from "./structural-event.ts";

/** A break in the transcript that stands for its gene. */
export interface GeneBreak {
  readonly gene: string;
  readonly transcript: Transcript;
  /**
   * `start`: the part from the start of transcription to the break is kept, so that the gene comes first in what is joined.
   * `end`: the part behind the break. Null where the caller does not state the sides.
   */
  readonly keeps: "start" | "end" | null;
  /** Position on the axis of the transcript, which grows in the direction of transcription: negated on the minus strand. */
  readonly at: number;
  /** True inside an exon. */
  readonly isExonic: boolean;
  /** Coding bases before the break: with the base at it where the start is kept, without it where the end is. */
  readonly codingBefore: number;
  readonly codingLength: number;
}

/** Breaks in every coding gene that lies at a place of the genome, by name. */
export function breaksAt(
  { contig, position, keeps }: Breakend,
  models: Pick<GenomeModels, "transcriptsAt">,
  nameGene: NameGene,
): GeneBreak[] {
  const byGene = new Map<string, Transcript[]>();
  for (const transcript of models.transcriptsAt(contig, position, position)) {
    if (transcript.coding.length === 0) continue;
    const gene = nameGene(transcript.gene);
    byGene.set(gene, [...(byGene.get(gene) ?? []), transcript]);
  }
  return [...byGene].map(([gene, transcripts]) => {
    const transcript = choose(transcripts);
    return describeBreak(transcript, { gene, position, keeps });
  });
}

/** The preferred transcript; where only its coding parts are known, its other version, whose exons can be counted. */
function choose(transcripts: readonly Transcript[]): Transcript {
  const preferred = transcripts.find((transcript) => transcript.preferred);
  const whole = transcripts.filter(({ hasUtr }) => hasUtr);
  const sameId = preferred && whole.find((transcript) => hasId(transcript, bareId(preferred.id)));
  const chosen = preferred?.hasUtr ? preferred : (sameId ?? whole[0] ?? preferred);
  return chosen ?? (transcripts[0] as Transcript);
}

function describeBreak(
  transcript: Transcript,
  { gene, position, keeps }: { gene: string; position: number; keeps: Breakend["keeps"] },
): GeneBreak {
  const { reversed } = transcript;
  const keepsStart = keeps === null ? null : (keeps === "left") !== reversed;
  let codingBefore = 0;
  let codingLength = 0;
  const isBefore = (at: number): boolean => (reversed ? at > position : at < position);
  for (const [from, to] of transcript.coding) {
    const size = to - from + 1;
    codingLength += size;
    const [first, last] = reversed ? [to, from] : [from, to];
    if (isBefore(last)) codingBefore += size;
    else if (isBefore(first)) codingBefore += Math.abs(position - first);
  }
  const isCodingBase = transcript.coding.some(([from, to]) => from <= position && position <= to);
  return {
    gene,
    transcript,
    keeps: keepsStart === null ? null : keepsStart ? "start" : "end",
    at: reversed ? -position : position,
    isExonic: transcript.exons.some(([from, to]) => from <= position && position <= to),
    codingBefore: codingBefore + (keepsStart !== false && isCodingBase ? 1 : 0),
    codingLength,
  };
}
