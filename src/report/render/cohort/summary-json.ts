import type { BatchSummary } from "../../../model/batch.ts";
import { toSortedJson } from "../sorted-json.ts";

/** `summary.json`; its schema is printed by `metaction schema batch`. */
export function renderSummaryJson(summary: BatchSummary): string {
  return toSortedJson(summary);
}
