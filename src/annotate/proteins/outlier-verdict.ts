import type { Measured } from "../../model/alteration.ts";
import type { OutlierState, OutlierSupport } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";
import type { OutlierThresholds } from "./outlier-thresholds.ts";
import type { SampleDetection } from "./sample-detection.ts";
import type { SampleShift } from "./sample-shift.ts";
import type { ProteinRow } from "../../read/protein-reader.ts";
import type { PeerRule } from "./peer-rule.ts";

export interface OutlierVerdict {
  readonly call: OutlierState;
  readonly reason: Reason;
}

/** One row, and its numbers. */
export interface OutlierQuestion {
  /** As in a sentence: `ERBB2 protein`, `ERBB2 pY1248`. */
  readonly what: string;
  /** Gene, or gene and site. */
  readonly gene: string;
  readonly row: ProteinRow;
  readonly support: OutlierSupport;
}

/** What all rows of a table are judged by against one reference. */
export interface OutlierContext {
  readonly molecule: Measured;
  readonly sample: string;
  /** Name of the table's scale. */
  readonly scale: string;
  readonly shift: SampleShift;
  /** How much of what the cohort detects the case detects beside a row; asked only of a row that was not detected. */
  sampleDetection(row: ProteinRow): SampleDetection;
  readonly rule: OutlierThresholds;
  /** Another program's rule in place of q, modified z and fold. */
  readonly peerRule?: PeerRule | undefined;
}
