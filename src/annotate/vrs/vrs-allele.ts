/**
 * An allele as a VRS 2 Allele: fully justified, so that a change inside a repeat has one location wherever a caller put it.
 * https://vrs.ga4gh.org/en/2.0/conventions/normalization.html
 */
import type { OneBased } from "../../model/locus.ts";
import { countShared } from "../alleles/count-shared.ts";
import { rollBases, rolledBase } from "../alleles/roll-bases.ts";
import { identifyVrs } from "./identify.ts";

/** Plus-strand bases of a closed 1-based interval, `N` where a base is not known, shorter at the end of the sequence. */
export type ReadBases = (start: OneBased, end: OneBased) => string;

/** What an id needs beside the allele. */
export interface VrsQuestion {
  readonly position: OneBased;
  readonly ref: string;
  readonly alt: string;
  /** `SQ.` with 32 letters. */
  readonly refgetAccession: string;
  readonly bases: ReadBases;
}

export interface VrsAllele {
  readonly id: string;
  readonly type: "Allele";
  readonly location: {
    readonly id: string;
    readonly type: "SequenceLocation";
    readonly sequenceReference: {
      readonly type: "SequenceReference";
      readonly refgetAccession: string;
    };
    /** Inter-residue: the number of bases before. */
    readonly start: number;
    readonly end: number;
  };
  readonly state: VrsState;
}

export type VrsState =
  | { readonly type: "LiteralSequenceExpression"; readonly sequence: string }
  | {
      readonly type: "ReferenceLengthExpression";
      readonly length: number;
      readonly repeatSubunitLength: number;
      /** For the reader; no part of the id. */
      readonly sequence?: string;
    };

/** Longest sequence that a state of reference length spells out. */
const longestSpelled = 50;

/**
 * The allele with its id. Null when an insertion or deletion lies beside a base that is not known, or in a repeat that is too long
 * to be followed: it could be the same change further on, and no id is guessed. A substitution needs no sequence.
 */
export function makeVrsAllele(question: VrsQuestion): VrsAllele | null {
  const justified = justify(question);
  if (justified === null) return null;
  const { start, end, state } = justified;
  const { refgetAccession } = question;
  const sequenceReference = { type: "SequenceReference", refgetAccession } as const;
  const bare = { type: "SequenceLocation", sequenceReference, start, end } as const;
  const location = { id: identifyVrs(bare) ?? "", ...bare };
  const allele = { type: "Allele", location, state } as const;
  return { id: identifyVrs(allele) ?? "", ...allele };
}

interface Justified {
  readonly start: number;
  readonly end: number;
  readonly state: VrsState;
}

function justify({ position, ref, alt, bases }: VrsQuestion): Justified | null {
  if (ref === alt) {
    const start = position - 1;
    return { start, end: start + ref.length, state: repeated(ref, ref.length) };
  }
  const { prefix, suffix } = countShared(ref, alt, 0);
  const removed = ref.slice(prefix, ref.length - suffix);
  const added = alt.slice(prefix, alt.length - suffix);
  const start = position - 1 + prefix;
  const end = start + removed.length;
  if (removed !== "" && added !== "") {
    return { start, end, state: { type: "LiteralSequenceExpression", sequence: added } };
  }
  const moved = removed || added;
  const left = rollBases(moved, (step) => bases(start - step + 1, start - step + 1), -1);
  const right = rollBases(moved, (step) => bases(end + step, end + step), 1);
  if (!left.isKnown || !right.isKnown) return null;
  const sequence = `${passed(moved, left.steps, -1)}${added}${passed(moved, right.steps, 1)}`;
  const isDerived = removed !== "" || left.steps + right.steps >= added.length;
  return {
    start: start - left.steps,
    end: end + right.steps,
    state: isDerived
      ? repeated(sequence, moved.length)
      : { type: "LiteralSequenceExpression", sequence },
  };
}

/** The neighboring bases through which the moved ones were shifted, as they stand in the sequence. */
function passed(moved: string, steps: number, direction: 1 | -1): string {
  const nearestFirst = Array.from({ length: steps }, (_, index) =>
    rolledBase(moved, index + 1, direction),
  );
  return (direction === 1 ? nearestFirst : nearestFirst.toReversed()).join("");
}

function repeated(sequence: string, repeatSubunitLength: number): VrsState {
  const spelled = sequence.length <= longestSpelled ? { sequence } : {};
  const { length } = sequence;
  return { type: "ReferenceLengthExpression", length, repeatSubunitLength, ...spelled };
}
