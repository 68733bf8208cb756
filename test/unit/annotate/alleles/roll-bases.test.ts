import { describe, expect, test } from "vitest";
import {
  longestRoll,
  rollBases,
  rotateBases,
} from "../../../../src/annotate/alleles/roll-bases.ts";

const along =
  (text: string) =>
  (step: number): string =>
    text.charAt(step - 1);

describe("rollBases", () => {
  test("counts the steps to either side, through a repeat that is cut inside", () => {
    expect(rollBases("CA", along("CACAT"), 1)).toEqual({ steps: 4, isKnown: true });
    expect(rollBases("CA", along("ACACG"), -1)).toEqual({ steps: 4, isKnown: true });
    expect(rollBases("CA", along("CAC"), 1)).toEqual({ steps: 3, isKnown: true });
    expect(rollBases("CA", along("G"), 1)).toEqual({ steps: 0, isKnown: true });
  });

  test("says when a base that is not known, or a repeat without an end, stopped it", () => {
    expect(rollBases("CA", along("CAN"), 1)).toEqual({ steps: 2, isKnown: false });
    expect(rollBases("A", () => "A", 1)).toEqual({ steps: longestRoll, isKnown: false });
  });
});

describe("rotateBases", () => {
  test("turns the bases by any number of steps", () => {
    expect(rotateBases("ACG", 1)).toBe("CGA");
    expect(rotateBases("ACG", -1)).toBe("GAC");
    expect(rotateBases("ACG", -7)).toBe("GAC");
    expect(rotateBases("ACG", 0)).toBe("ACG");
  });
});
