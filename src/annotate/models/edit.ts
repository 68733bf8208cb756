/** A change of the DNA on the axis of a transcript, and how far it can be moved without becoming another. */
import { countShared } from "../alleles/count-shared.ts";
import { rollBases, rotateBases, type Roll } from "../alleles/roll-bases.ts";
import { reverseComplement } from "./genetic-code.ts";
import type { AxisPosition, Strand } from "./strand.ts";

/** The bases from `from` to `to` become `alt`; `to` is `from - 1` where bases come in between and none goes. */
export interface Edit {
  readonly from: AxisPosition;
  readonly to: AxisPosition;
  readonly ref: string;
  readonly alt: string;
  /** Of a symbolic allele, whose new bases are not spelled out: what it does to the transcript. */
  readonly symbolic?: "feature_elongation" | "feature_truncation";
}

/** A change as VCF writes it, on the plus strand. */
export interface PlacedChange {
  readonly position: number;
  readonly ref: string;
  /** Bases, or `<INS...>`, `<DUP...>` or `<DEL...>`. */
  readonly alt: string;
  /** Last base of a symbolic deletion: `INFO/END`. */
  readonly end?: number;
}

/** The edit without shared bases; null when nothing is left of it. */
export function makeEdit(change: PlacedChange, reversed: boolean): Edit | null {
  const { position, ref, alt } = change;
  if (alt.startsWith("<")) return makeSymbolicEdit(change, reversed);
  if (!/^[ACGTN]+$/i.test(ref + alt)) return null;
  const { prefix, suffix } = countShared(ref, alt, 0);
  const removed = ref.slice(prefix, ref.length - suffix);
  const added = alt.slice(prefix, alt.length - suffix);
  if (removed === "" && added === "") return null;
  const start = position + prefix;
  const end = start + removed.length - 1;
  if (!reversed) return { from: start, to: end, ref: removed, alt: added };
  return { from: -end, to: -start, ref: reverseComplement(removed), alt: reverseComplement(added) };
}

/** The base at `position` stays, as in VCF. */
function makeSymbolicEdit({ position, alt, end }: PlacedChange, reversed: boolean): Edit | null {
  const isDeletion = alt.startsWith("<DEL");
  if (!isDeletion && !/^<(?:INS|DUP)/.test(alt)) return null;
  const symbolic = isDeletion ? "feature_truncation" : "feature_elongation";
  const [start, last] = [position + 1, isDeletion ? (end ?? position) : position];
  const [from, to] = reversed ? [-last, -start] : [start, last];
  return { from, to, ref: "", alt: "", symbolic };
}

/** Steps that an insertion or deletion can be moved back and forth; `isKnown` is false when a base was not known. */
export interface Slack {
  readonly back: number;
  readonly forth: number;
  readonly isKnown: boolean;
}

const stepsAtOnce = 64;

const slacks = new WeakMap<Edit, Slack>();

/** How far an edit can be moved with the same result. A substitution stays where it is. */
export function slackOf(edit: Edit, strand: Strand): Slack {
  const known = slacks.get(edit);
  if (known !== undefined) return known;
  const moved = edit.ref || edit.alt;
  const isMovable = (edit.ref === "") !== (edit.alt === "");
  const back = isMovable ? roll(moved, edit.from, -1, strand) : still;
  const forth = isMovable ? roll(moved, edit.to, 1, strand) : still;
  const slack = {
    back: back.steps,
    forth: forth.steps,
    isKnown: back.isKnown && forth.isKnown,
  };
  slacks.set(edit, slack);
  return slack;
}

const still: Roll = { steps: 0, isKnown: true };

function roll(moved: string, edge: AxisPosition, direction: 1 | -1, strand: Strand): Roll {
  let window = "";
  const readStep = (step: number): string => {
    const place = (step - 1) % stepsAtOnce;
    if (place === 0) {
      const near = edge + direction * step;
      const far = near + direction * (stepsAtOnce - 1);
      window = strand.bases(Math.min(near, far), Math.max(near, far));
    }
    // Beyond the end of the sequence the window is shorter.
    return window.charAt(direction === 1 ? place : window.length - 1 - place);
  };
  return rollBases(moved, readStep, direction);
}

/**
 * Of the places that mean the same change, the nearest one that lies neither across the edge of an exon or of the coding
 * sequence nor in the start or stop codon; the edit as it is when each does. The sequence does not tell them apart: what can
 * be written beside a site leaves the site as it is.
 */
export function settleEdit(edit: Edit, strand: Strand): Edit {
  const { back, forth } = slackOf(edit, strand);
  if (back === 0 && forth === 0) return edit;
  const { edges, codons } = sitesOf(strand);
  const lies = (at: Edit): boolean =>
    edges.some((edge) => (at.from > at.to ? at.from === edge : at.from < edge && at.to >= edge)) ||
    codons.some(
      (codon) => Math.min(at.from, at.to) < codon + 3 && Math.max(at.from, at.to) >= codon,
    );
  for (let steps = 0; steps <= Math.max(back, forth); steps++) {
    for (const signed of [steps, -steps]) {
      if (signed > forth || -signed > back) continue;
      const moved = moveEdit(edit, signed);
      if (!lies(moved)) return moved;
    }
  }
  return edit;
}

interface Sites {
  /** First positions behind an edge: of each exon, of what follows it, and of the coding sequence and what follows it. */
  readonly edges: readonly AxisPosition[];
  /** First bases of the start and the stop codon. */
  readonly codons: readonly AxisPosition[];
}

const sitesOfStrand = new WeakMap<Strand, Sites>();

function sitesOf(strand: Strand): Sites {
  const known = sitesOfStrand.get(strand);
  if (known !== undefined) return known;
  const { exons, coding } = strand;
  const [first] = coding[0] ?? [];
  const [, last] = coding.at(-1) ?? [];
  const inner = exons.flatMap(([from, to], index) => [
    ...(index > 0 ? [from] : []),
    ...(index < exons.length - 1 ? [to + 1] : []),
  ]);
  const sites =
    first === undefined || last === undefined
      ? { edges: inner, codons: [] }
      : { edges: [...inner, first, last + 1], codons: [first, last - 2] };
  sitesOfStrand.set(strand, sites);
  return sites;
}

/** The edit moved by so many steps, forth or (negative) back. */
export function moveEdit(edit: Edit, steps: number): Edit {
  if (steps === 0) return edit;
  const moved = edit.ref || edit.alt;
  const rotated = rotateBases(moved, steps);
  return {
    from: edit.from + steps,
    to: edit.to + steps,
    ref: edit.ref && rotated,
    alt: edit.alt && rotated,
  };
}
