/** What one call says of genes, before calls of the same event are joined. */
import type { ExonChange, Fusion } from "../../model/alteration.ts";
import type { CallSupport } from "../../read/structural/structural-call.ts";

/** A fusion or a change of exons with the call that it was read from. */
export interface StructuralEvent {
  readonly alteration: Fusion | ExonChange;
  readonly call: CallPlace;
}

/** Where a call stands and what supports it. */
export interface CallPlace {
  /** Which of the files it is from, by their order: two may have one name. */
  readonly source: number;
  readonly caller: string;
  readonly file: string;
  readonly line: number;
  readonly sample: string | null;
  readonly support: CallSupport;
  readonly failedFilters: readonly string[];
}

/** Why a call is no event of genes. */
export interface NoEvent {
  readonly code: string;
  readonly what: string;
  readonly reason: string;
}

/** The current symbol of a gene, or the name itself where none is known. */
export type NameGene = (name: string) => string;
