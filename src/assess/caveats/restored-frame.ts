import { chooseConsequence } from "../../annotate/consequences/choose-consequence.ts";
import { parseProteinChange } from "../../annotate/protein-change.ts";
import { effectOf } from "../../constraints/consequence-effect.ts";
import type { Allele } from "../../model/locus.ts";
import type { Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { Reason } from "../../model/verdict.ts";

/** Behind 100 codons of another frame a stop is met with a probability of 99 % (3 of 64 codons, (61 / 64) ** 100). */
const farthest = 300;

/** Partners of one change that are told; a tumor without mismatch repair has more. */
const mostTold = 3;

/**
 * That a truncation and another change of the case may restore the protein between them, if they lie on one molecule: two frameshifts near each
 * other that keep the frame together, or an in-frame deletion of an early stop. In BRCA1 and BRCA2 such a reversion resists PARP inhibitors
 * and platinum (10.1038/nature06548, 10.1038/nature06633). No file of calls tells it by itself, so that it is said and decides nothing.
 * `observations`: all of the case, by id; of many partners the nearest in the genome are told.
 */
export function findRestoredFrames(
  { id }: Pick<Observation, "id">,
  observations: ReadonlyMap<string, Observation>,
): readonly Reason[] {
  const known = found.get(observations) ?? pairChanges(observations.values());
  found.set(observations, known);
  return known.get(id) ?? [];
}

/** Each change is asked about by its finding and by many targets. */
const found = new WeakMap<ReadonlyMap<string, Observation>, ReadonlyMap<string, Reason[]>>();

/** What is said of each change that has a partner, by its id. */
function pairChanges(observations: Iterable<Observation>): ReadonlyMap<string, Reason[]> {
  const byGene = new Map<string, Change[]>();
  for (const observation of observations) {
    const change = readChange(observation);
    if (change === null) continue;
    const own = byGene.get(change.gene);
    if (own === undefined) byGene.set(change.gene, [change]);
    else own.push(change);
  }
  const told = new Map<string, Reason[]>();
  for (const changes of byGene.values()) {
    for (const change of changes) {
      const partners = findPartners(change, changes);
      if (partners.length > 0) told.set(change.id, partners);
    }
  }
  return told;
}

function findPartners(change: Change, others: readonly Change[]): Reason[] {
  return others
    .flatMap((other) => {
      const why = other.id === change.id ? null : restores(change, other);
      return why === null ? [] : [{ other, why }];
    })
    .toSorted(
      (a, b) =>
        distance(change, a.other) - distance(change, b.other) ||
        compareText(a.other.id, b.other.id),
    )
    .slice(0, mostTold)
    .map(({ other, why }) => {
      const labels = [change.label, other.label].toSorted(compareText).join(" and ");
      const text = `${labels} ${why}; on one molecule they may restore the protein. Such a reversion of BRCA1 or BRCA2 resists PARP inhibitors and platinum (10.1038/nature06633): look on the reads whether one molecule has both.`;
      return { code: "may-be-restored", text };
    });
}

/** In bases; 0 where a place is not known. */
function distance({ allele: a }: Change, { allele: b }: Change): number {
  return a === null || b === null ? 0 : Math.abs(a.position - b.position);
}

interface Change {
  readonly id: string;
  readonly label: string;
  readonly gene: string;
  readonly effect: ReturnType<typeof effectOf>;
  readonly allele: Allele | null;
  /** First and last residue that it changes, 1-based. */
  readonly residues: { readonly start: number; readonly end: number } | null;
}

/** Effects of which two may undo each other. */
const telling: ReadonlySet<Change["effect"]> = new Set([
  "frameshift",
  "stop gained",
  "in-frame deletion",
  "in-frame change",
]);

function readChange({ id, label, alteration }: Observation): Change | null {
  if (alteration.kind !== "small-variant") return null;
  const chosen = chooseConsequence(alteration.consequences);
  if (chosen === null || !telling.has(effectOf(chosen))) return null;
  const named = parseProteinChange(chosen.proteinChange ?? "");
  return {
    id,
    label,
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
