import { chooseConsequence } from "../annotate/choose-consequence.ts";
import { parseProteinChange } from "../annotate/protein-change.ts";
import { effectOf } from "../constraints/consequence-effect.ts";
import type { Allele } from "../model/locus.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import type { Reason } from "../model/verdict.ts";

/** Behind 100 codons of another frame a stop is met with a probability of 99 % (3 of 64 codons, (61 / 64) ** 100). */
const farthest = 300;

/**
 * That a truncation and another change of the case may restore the protein between them, if they lie on one molecule: two frameshifts near each
 * other that keep the frame together, or an in-frame deletion of an early stop. In BRCA1 and BRCA2 such a reversion resists PARP inhibitors
 * and platinum (10.1038/nature06548, 10.1038/nature06633). No file of calls tells it by itself, so that it is said and decides nothing.
 */
export function findRestoredFrames(
  observation: Observation,
  others: Iterable<Observation>,
): Reason[] {
  const change = readChange(observation);
  if (change === null) return [];
  return [...others].flatMap((other) => {
    const second = other.id === observation.id ? null : readChange(other);
    if (second === null || second.gene !== change.gene) return [];
    const why = restores(change, second);
    if (why === null) return [];
    const labels = [observation.label, other.label].toSorted(compareText).join(" and ");
    const text = `${labels} ${why}; on one molecule they may restore the protein. Such a reversion of BRCA1 or BRCA2 resists PARP inhibitors and platinum (10.1038/nature06633): look on the reads whether one molecule has both.`;
    return [{ code: "may-be-restored", text }];
  });
}

interface Change {
  readonly gene: string;
  readonly effect: ReturnType<typeof effectOf>;
  readonly allele: Allele | null;
  /** First and last residue that it changes, 1-based. */
  readonly residues: { readonly start: number; readonly end: number } | null;
}

function readChange({ alteration }: Observation): Change | null {
  if (alteration.kind !== "small-variant") return null;
  const chosen = chooseConsequence(alteration.consequences);
  if (chosen === null) return null;
  const named = parseProteinChange(chosen.proteinChange ?? "");
  return {
    gene: chosen.gene,
    effect: effectOf(chosen),
    allele: alteration.allele,
    residues: named === null ? null : { start: named.start, end: named.end },
  };
}

function restores(first: Change, second: Change): string | null {
  if (first.effect === "frameshift" && second.effect === "frameshift") {
    return keepFrame(first.allele, second.allele) ? "keep the reading frame together" : null;
  }
  const removed = removes(first, second) || removes(second, first);
  return removed ? "are an early stop and a deletion of its codon" : null;
}

function keepFrame(first: Allele | null, second: Allele | null): boolean {
  if (first === null || second === null) return false;
  const shift = shiftOf(first) + shiftOf(second);
  return shift % 3 === 0 && Math.abs(first.position - second.position) <= farthest;
}

function shiftOf({ ref, alt }: Allele): number {
  return alt.length - ref.length;
}

/** True when the second is a deletion within the frame that takes the codon of the stop out. */
function removes({ effect, residues: stop }: Change, { effect: other, residues }: Change): boolean {
  const isDeletion = other === "in-frame deletion" || other === "in-frame change";
  if (effect !== "stop gained" || !isDeletion || stop === null || residues === null) return false;
  return residues.start <= stop.start && stop.start <= residues.end;
}
