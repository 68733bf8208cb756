import type { CopyNumberAlteration, CopyNumberChange } from "../../model/alteration.ts";
import type { CopyNumberRow } from "../../read/copy-number/copy-numbers.ts";
import type { JudgedCopies } from "./judge-copies.ts";

/** A change of one gene. */
export interface GeneChange extends Pick<CopyNumberAlteration, "part" | "segment"> {
  readonly change: CopyNumberChange;
  readonly judged: JudgedCopies;
  /** The row that it rests on. */
  readonly row: CopyNumberRow;
}

/** What a file says of one gene that it covers. */
export interface GeneCopies {
  readonly gene: string;
  /** None: the gene has the copies that are expected. */
  readonly changes: readonly GeneChange[];
  /** Rows of the file that were read for the gene. */
  readonly rows: readonly CopyNumberRow[];
  /** Both alleles are told apart. */
  readonly hasAlleles: boolean;
  /** False: copies are those of the sample, because its purity is not known. */
  readonly isAdjusted: boolean;
}

/** Why a file says nothing of a gene. */
export type NotCovered = "no place" | "no segment" | "sex" | Contradiction;

/** Rows of a gene that differ, or one whose numbers and word do: what contradicts itself decides nothing. */
export interface Contradiction {
  readonly contradicting: readonly CopyNumberRow[];
}

/** True where the file tells the copies of the gene. */
export function isCalled(copies: GeneCopies | NotCovered): copies is GeneCopies {
  return typeof copies !== "string" && "changes" in copies;
}
