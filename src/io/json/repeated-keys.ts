import type { ProblemWhere } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { findJsonFaults } from "./find-json-faults.ts";
import { positionOf } from "./json-position.ts";

/**
 * Throws Refusal "input" with line and column where an object of a JSON text has a key twice: `JSON.parse` keeps the last one without a
 * word. `firstLine`: of the text in its file.
 */
export function refuseRepeatedKeys(text: string, file: string, firstLine = 1): void {
  const fault = findJsonFaults(text).find(({ code }) => code === "json-duplicate-key");
  if (fault === undefined) return;
  const { line, column } = positionOf(text, fault.offset);
  const where: ProblemWhere = { file, line: line + firstLine - 1, column };
  throw refuse("input", "json-duplicate-key", fault.message, {
    where,
    hint: "Keep the one that is right: only one of them would be read.",
  });
}
