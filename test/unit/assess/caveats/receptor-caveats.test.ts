import { expect, test } from "vitest";
import { findReceptorCaveats } from "../../../../src/assess/caveats/receptor-caveats.ts";
import { copies, stain } from "../verification/constructed-proteins.ts";

test.each([
  ["1", "%", 1],
  ["10", "%", 1],
  ["1-10", "%", 1],
  ["10.5", "%", 0],
  ["90", "%", 0],
  ["<1", "%", 0],
  ["5", "H-score", 1],
  ["30", "H-score", 1],
  ["31", "H-score", 0],
  ["2", "H-score", 0],
  ["3", "Allred", 1],
  ["5", "Allred", 1],
  ["6", "Allred", 0],
  ["2", "Allred", 0],
])("an estrogen receptor of %s %s has %i caveats of a low share", (score, unit, count) => {
  const found = findReceptorCaveats([stain("ESR1", score, { unit }), copies("ESR1", "gain")]);
  expect(found).toHaveLength(count);
  expect(found.every(({ code }) => code === "er-low-positive")).toBe(true);
  expect(findReceptorCaveats([stain("PGR", score, { unit })])).toEqual([]);
});
