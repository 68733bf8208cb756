import type { ProblemWhere } from "../../model/problem.ts";

/** `rppa.csv, line 14, column 3`; empty when a problem has no place. */
export function describePlace(where: ProblemWhere | null): string {
  if (where === null) return "";
  const { file, line, column, pointer } = where;
  return [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
    ...(pointer === undefined || pointer === "" ? [] : [pointer]),
  ].join(", ");
}
