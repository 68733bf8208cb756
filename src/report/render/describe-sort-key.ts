import type { Target } from "../../model/report.ts";

/** The parts that the ranking compared, in the order of comparison. */
export function describeSortKey(target: Target): string {
  return target.sortKey.map(({ name, value }) => `${name}: ${value}`).join("; ");
}
