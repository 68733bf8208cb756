import { describe, expect, test } from "vitest";
import {
  compareLesions,
  type LesionSight,
} from "../../../../src/assess/lesions/compare-lesions.ts";

type Cell = LesionSight["cell"];

function see(id: string, role: LesionSight["lesion"]["role"], state: Cell["state"]): LesionSight {
  const reason = { code: state, text: `It is ${state}.` };
  const numbers = { vaf: null, depth: null, altReads: null, cellFraction: null };
  return { lesion: { id, role }, cell: { specimen: id, state, reason, ...numbers } };
}

describe("what one metastasis calls and another lacks", () => {
  const owner = see("M1", "metastasis", "present");
  const lacking = see("M2", "metastasis", "absent");

  test.each([
    ["below calling", "shared"],
    ["not assessable", "not assessable"],
    ["absent", "metastasis-private"],
  ] as const)("and the primary tumor has %s is %s from either side", (state, expected) => {
    const primary = see("P", "primary", state);
    const verdict = compareLesions(lacking, [primary, owner]);
    expect(verdict).toMatchObject({ state: expected, reason: { code: "lesion-lacks-it" } });
    expect(verdict.reason.text).toBe(`It is called in M1. M2: it is absent. P: it is ${state}.`);
    expect(compareLesions(owner, [primary, lacking]).state).toBe(expected);
  });

  test("is private without a primary tumor", () => {
    expect(compareLesions(lacking, [owner]).state).toBe("metastasis-private");
  });
});
