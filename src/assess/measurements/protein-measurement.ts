import type { OutlierCall } from "../../annotate/proteins/protein-outliers.ts";
import type { VerificationAssay } from "../../knowledgebase/schema/verification-assays.ts";
import type { IhcResult } from "../../model/alteration.ts";
import type { Provenance, Support } from "../../model/observation.ts";

/** What one assay shows of the protein of one gene, in the words that verification rules read. */
export interface ProteinMeasurement {
  readonly assay: VerificationAssay;
  /** One of the words of the assay; any other text is read by no rule. */
  readonly seen: string;
  /** The measurement with its numbers; begins a sentence. */
  readonly text: string;
  /** Id of the observation that it is, where it is one. */
  readonly observation: string | null;
  readonly support: Support | null;
  /** Null for what stands for the absence of a measurement. */
  readonly provenance: Provenance | null;
  /** Of a stain: with what it was stained and how it was scored, which tell whether another one may be compared with it. */
  readonly stained?: Pick<IhcResult, "marker" | "unit" | "assay" | "clone">;
  /** The genes of the row that was read, where they are several: it decides nothing alone. */
  readonly group?: readonly string[];
  /** The comparison with a cohort, whose values a plot shows. */
  readonly call?: OutlierCall;
}
