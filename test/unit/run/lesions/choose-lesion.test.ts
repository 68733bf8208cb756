import { describe, expect, test } from "vitest";
import type { CaseFile } from "../../../../src/model/case.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import type { SpecimenInput } from "../../../../src/model/specimen.ts";
import { chooseLesion } from "../../../../src/run/lesions/choose-lesion.ts";

const primary: SpecimenInput = { id: "colon", role: "primary", date: "2030-01-01" };
const early: SpecimenInput = { id: "liver-1", role: "metastasis", date: "2024-02-01" };
const late: SpecimenInput = { id: "liver-2", role: "metastasis", date: "2025-02-01" };

function choose(caseFile: Omit<CaseFile, "id">, asked?: string) {
  const chosen = chooseLesion({ id: "c", ...caseFile }, { asked });
  return chosen && [chosen.treated.id, chosen.others.map(({ id }) => id)];
}

function refusal(caseFile: Omit<CaseFile, "id">, asked?: string): string {
  try {
    choose(caseFile, asked);
  } catch (error) {
    if (error instanceof Refusal) return `${error.kind} ${error.problems[0]?.code}`;
    throw error;
  }
  return "none";
}

describe("the lesion to be treated", () => {
  test("of a case without specimens is the case itself", () => {
    expect(choose({ variants: "a.vcf" })).toBeNull();
    expect(refusal({ variants: "a.vcf" }, "liver")).toBe("usage lesion-missing");
  });

  test("is the latest metastasis by date, never a later primary tumor", () => {
    expect(choose({ specimens: [late, primary, early] })).toEqual([
      "liver-2",
      ["colon", "liver-1"],
    ]);
  });

  test("is the one asked for", () => {
    expect(choose({ specimens: [late, early] }, "liver-1")).toEqual(["liver-1", ["liver-2"]]);
    expect(refusal({ specimens: [late, early] }, "liver-3")).toBe("usage lesion-missing");
  });

  test("is the only metastasis without a date, and undecided where dates are missing or tie", () => {
    const undated: SpecimenInput = { id: "bone", role: "metastasis" };
    expect(choose({ specimens: [primary, undated] })).toEqual(["bone", ["colon"]]);
    expect(refusal({ specimens: [undated, late] })).toBe("usage lesion-undecided");
    expect(refusal({ specimens: [{ ...early, date: late.date }, late] })).toBe(
      "usage lesion-undecided",
    );
  });

  test("is the one beside the specimens, whose fields are its own", () => {
    const beside = {
      variants: "a.vcf",
      purity: 0.4,
      biopsySite: "liver",
      specimens: [primary, late],
    };
    expect(choose(beside)).toEqual(["metastasis", ["colon", "liver-2"]]);
    expect(choose(beside, "liver-2")).toEqual(["liver-2", ["metastasis", "colon"]]);
    expect(chooseLesion({ id: "c", ...beside }, { asked: undefined })?.treated).toMatchObject({
      purity: 0.4,
      site: "liver",
    });
  });

  test("is refused where ids repeat, or a field is said of no lesion", () => {
    expect(refusal({ specimens: [late, late] })).toBe("input specimen-twice");
    expect(refusal({ purity: 0.4, specimens: [late] })).toBe("input case-invalid");
  });
});
