import type { BestResponse, StopReason } from "../model/report-terms.ts";

/** One therapy of the patient's history. */
export interface PriorRow {
  /** 1-based. */
  readonly line: number;
  /** 1-based column of the therapy's name. */
  readonly column: number;
  /** As in the file; drugs of a combination are joined by `+`. */
  readonly therapy: string;
  /** Null: not stated. */
  readonly bestResponse: BestResponse | null;
  readonly reasonStopped: StopReason;
  /** `2024-06-21`, `2024-06` or `2024`, as exactly as it is known. */
  readonly start: string | null;
  readonly end: string | null;
}
