/** Doubts about a loss of function: they are shown, and drop nothing (spec, matching 3). */
import { codingPlace, type Strand } from "./strand.ts";

/**
 * `escapes-nmd`: the early stop lies in the last exon or the last 50 bases of the one before, so that the transcript may not
 * be degraded. `last-5-percent`: the change lies in the last twentieth of the coding sequence.
 */
export type LossFlag = "escapes-nmd" | "last-5-percent";

const losses = new Set(["stop_gained", "frameshift_variant"]);
/**
 * Bases at the end of the last but one exon: an early stop less than 50 to 55 bases before the last junction of exons does not lead to
 * decay (Nagy and Maquat 1998, PMID 9644970); of the two the smaller, as Ensembl's NMD plugin.
 */
const nmdWindow = 50;
/** Part of the coding sequence behind which a loss is doubted: its last 5 % (spec, matching 3; MacArthur 2012, PMID 22344438). */
const lateFrom = 0.95;

/** Flags of a stop gained or a frameshift; none for any other. */
export function flagLossOfFunction(
  terms: readonly string[],
  { firstCodon, stopAt }: { firstCodon: number; stopAt: number | null },
  strand: Strand,
): LossFlag[] {
  if (!terms.some((term) => losses.has(term))) return [];
  const flags: LossFlag[] = [];
  const isOrdinary = terms.every((term) => term !== "stop_lost");
  if (isOrdinary && stopAt !== null && escapesDecay(stopAt, strand)) flags.push("escapes-nmd");
  if (isOrdinary && firstCodon * 3 >= strand.codingLength * lateFrom) flags.push("last-5-percent");
  return flags;
}

function escapesDecay(stopAt: number, strand: Strand): boolean {
  if (!strand.transcript.hasUtr) return false;
  const place = codingPlace(strand, strand.transcript.phase + stopAt);
  const last = strand.exons.at(-1);
  const before = strand.exons.at(-2);
  if (place === null || last === undefined) return false;
  if (place >= last[0]) return true;
  return before !== undefined && place > before[1] - nmdWindow;
}
