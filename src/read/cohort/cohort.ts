/** A reference cohort that was read beside the table of the case. */
import type { CohortFacts } from "../../model/cohort.ts";
import type { Measured } from "../../model/alteration.ts";
import type { RowValues } from "./row-values.ts";
import type { NameKeys } from "./sample-like-case.ts";
import type { ProteinRow } from "../protein-reader.ts";

/** One gene, or one site of a gene, in a cohort. */
export interface CohortRow extends RowValues {
  /** As in the file. */
  readonly gene: string;
  readonly site: string | undefined;
  /** Samples without a value. */
  readonly missing: number;
  /** Samples that are left out for this gene: their own aberration of it is known. */
  readonly leftOut: number;
  /** Samples whose value the file declares below what is detected; they are among the values. */
  readonly notDetected: number;
  /** In the order of the cohort's `sampleNames`, NaN where missing or left out; null in a built file. */
  valuesBySample(): Float64Array | null;
}

export interface ReferenceCohort extends CohortFacts {
  /** Base name. */
  readonly file: string;
  readonly molecule: Measured;
  /** Log2 ratio, log2 intensity or z, as of a protein table. */
  readonly scale: string;
  /** Samples, without the case. */
  readonly samples: number;
  /** Names of the case under which samples were taken out. */
  readonly removed: readonly string[];
  /** Sentences about samples that may be the case under another name. */
  readonly likeCase: readonly string[];
  /** True where samples with a known aberration of a gene are left out for that gene. */
  readonly aberrationNegative: boolean;
  /** Null for a built file, which holds no values by sample. */
  readonly sampleNames: readonly string[] | null;
  /** What names its samples in a built file. */
  sampleKeys(): NameKeys;
  readonly rows: readonly CohortRow[];
}

/** What is asked of the cohorts of a file. */
export interface CohortQuestion {
  /** Names that the case may have: a sample of one of them is no reference. */
  readonly caseNames: ReadonlySet<string>;
  /** The table of the case: a sample with all its values is the case. Empty: values are not compared. */
  readonly caseRows: readonly ProteinRow[];
  /** Leave out, for each gene, samples whose aberration of it is known. */
  readonly aberrationNegative: boolean;
  /** Current symbol of a symbol or alias; null when it is not known. */
  currentSymbol(symbolOrAlias: string): string | null;
}

/** A file of reference samples, read whole. */
export interface CohortFile {
  /** Base name. */
  readonly file: string;
  readonly format: string;
  readonly digest: { readonly sha256: string; readonly bytes: number };
  readonly molecule: Measured;
  readonly scale: { readonly name: string; readonly decidedBy: string };
  /** It holds rows of phosphosites, be it beside proteins. */
  readonly hasSites: boolean;
  /** Null for a built file, which has taken up what is known of its samples. */
  readonly sampleNames: readonly string[] | null;
  /** Throws Refusal "identity" where the case cannot be taken out, "usage" where the file states no aberrations. */
  cohorts(question: CohortQuestion): readonly ReferenceCohort[];
}
