import type { CopyNumberAlteration, CopyNumberChange } from "../../model/alteration.ts";
import type { CopyNumberRow } from "../../read/copy-numbers.ts";
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

/** Why a file says nothing of a gene: `contradiction`: it has two rows that call it differently. */
export type NotCovered = "no place" | "no segment" | "sex" | "contradiction";
