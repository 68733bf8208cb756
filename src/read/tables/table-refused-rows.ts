import type { Problem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import type { ProteinReadOptions } from "../protein-reader.ts";

export interface RefusedRows {
  /** Reports a row that cannot be read, and counts it. Throws Refusal "input" when strict. */
  add(problem: Problem): void;
  count(): number;
  /** The first of them in the file; null when every row could be read. */
  first(): Problem | null;
}

/** Keeps count of the rows that are refused alone; under `strict` the first one refuses the file. */
export function makeRefusedRows({
  report,
  strict,
}: Pick<ProteinReadOptions, "report" | "strict">): RefusedRows {
  let count = 0;
  let first: Problem | null = null;
  return {
    add(problem) {
      if (strict) throw new Refusal("input", [{ ...problem, severity: "error" }]);
      count += 1;
      if (first === null || lineOf(problem) < lineOf(first)) first = problem;
      report(problem);
    },
    count: () => count,
    first: () => first,
  };
}

function lineOf({ where }: Problem): number {
  return where?.line ?? 0;
}
