import type { ExonChange } from "../../model/alteration.ts";
import type { Transcript } from "../models/transcript.ts";
import type { GeneBreak } from "./gene-break.ts";
import { judgeFrame } from "./judge-frame.ts";

/** Exons on the axis of a transcript, in the order of transcription. */
export function exonsOnAxis({
  exons,
  reversed,
}: Transcript): readonly (readonly [number, number])[] {
  return reversed
    ? exons.map(([from, to]): readonly [number, number] => [-to, -from]).toReversed()
    : exons;
}

/**
 * Exons that two breaks of one gene take out or repeat: what lies between them is lost where the kept start ends before the kept
 * end begins, and repeated where it ends behind. Null where both lie in one intron.
 */
export function exonsBetween(
  first: GeneBreak,
  second: GeneBreak,
  { molecule, inserted }: { molecule: "dna" | "rna"; inserted: number | null },
): ExonChange | null {
  const isLoss = second.at > first.at;
  const [from, to] = isLoss ? [first.at + 1, second.at - 1] : [second.at, first.at];
  const touched = touchedExons(first.transcript, from, to);
  if (touched === null) return null;
  const { inFrame, promoterSwap } = judgeFrame(first, second, { molecule, inserted });
  return {
    kind: "exon-change",
    gene: first.gene,
    change: isLoss ? "deletion" : "duplication",
    ...touched,
    ...(inFrame === null || promoterSwap === true ? {} : { inFrame }),
  };
}

/** Exons from a break to the end of the gene that is not kept; null where none is touched. */
export function exonsBeyond(kept: GeneBreak): ExonChange | null {
  const [from, to] = kept.keeps === "start" ? [kept.at + 1, Infinity] : [-Infinity, kept.at - 1];
  const touched = touchedExons(kept.transcript, from, to);
  if (touched === null) return null;
  return { kind: "exon-change", gene: kept.gene, change: "deletion", ...touched };
}

function touchedExons(
  transcript: Transcript,
  from: number,
  to: number,
): Pick<ExonChange, "exons" | "partial"> | null {
  const exons = exonsOnAxis(transcript);
  const first = exons.findIndex(([, end]) => end >= from);
  const last = exons.findLastIndex(([start]) => start <= to);
  if (first === -1 || last === -1 || first > last) return null;
  const cutsFirst = (exons[first]?.[0] ?? from) < from;
  const cutsLast = (exons[last]?.[1] ?? to) > to;
  // Without its UTRs a transcript does not tell the number of its exons.
  const numbered = transcript.hasUtr ? { from: first + 1, to: last + 1 } : null;
  return { exons: numbered, ...(cutsFirst || cutsLast ? { partial: true } : {}) };
}
