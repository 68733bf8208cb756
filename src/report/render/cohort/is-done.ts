import type { SampleSummary } from "../../../model/batch.ts";

/** True for a sample that has a report. */
export function isDone({ status }: Pick<SampleSummary, "status">): boolean {
  return status === "done" || status === "done with problems";
}
