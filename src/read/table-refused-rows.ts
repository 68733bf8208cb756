import type { Problem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { ProteinReadOptions } from "./reader.ts";

export interface RefusedRows {
  /** Reports a row that cannot be read, and counts it. Throws Refusal "input" when strict. */
  add(problem: Problem): void;
  count(): number;
}

/** Keeps count of the rows that are refused alone; under `strict` the first one refuses the file. */
export function makeRefusedRows({
  report,
  strict,
}: Pick<ProteinReadOptions, "report" | "strict">): RefusedRows {
  let count = 0;
  return {
    add(problem) {
      if (strict) throw new Refusal("input", [{ ...problem, severity: "error" }]);
      count += 1;
      report(problem);
    },
    count: () => count,
  };
}
