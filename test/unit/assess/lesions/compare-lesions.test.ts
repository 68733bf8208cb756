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

describe("what the primary tumor calls and the lesion to be treated lacks", () => {
  const primary = see("P", "primary", "present");
  const lacking = see("M1", "metastasis", "absent");

  test.each(["present", "below calling"] as const)(
    "is shared where another metastasis has it (%s), from either side",
    (state) => {
      const other = see("M2", "metastasis", state);
      expect(compareLesions(lacking, [primary, other])).toEqual({
        state: "shared",
        reason: {
          code: "lesion-lacks-it",
          text: "It is called in P. M1: it is absent. Also seen in M2.",
        },
      });
      expect(compareLesions(primary, [lacking, other]).state).toBe("shared");
    },
  );

  test.each(["absent", "not assessable"] as const)(
    "is of the primary tumor where another metastasis is %s",
    (state) => {
      const verdict = compareLesions(lacking, [primary, see("M2", "metastasis", state)]);
      expect(verdict.state).toBe("primary-only");
    },
  );
});

describe("what a primary tumor and a metastasis call", () => {
  const [primary, metastasis] = [
    see("P", "primary", "present"),
    see("M", "metastasis", "present"),
  ] as const;

  test("supports a trunk alteration", () => {
    expect(compareLesions(metastasis, [primary]).reason.code).toBe("lesion-trunk");
  });

  test("supports none where only a part of the tumor cells of one carries it", () => {
    const [partly, part] = [
      { ...primary, isSubclonal: true },
      { ...metastasis, isSubclonal: true },
    ];
    expect(compareLesions(metastasis, [partly])).toEqual({
      state: "shared",
      reason: {
        code: "lesion-shared",
        text: "P: it is present. Only a part of the tumor cells of P carries it.",
      },
    });
    expect(compareLesions(part, [primary]).reason.code).toBe("lesion-shared");
    expect(compareLesions(metastasis, [partly, see("P2", "primary", "present")]).reason.code).toBe(
      "lesion-trunk",
    );
  });
});

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
