import { describe, expect, test } from "vitest";
import { decodeResidue, decodeResidues } from "../../../src/annotate/amino-acids.ts";

describe("decodeResidue", () => {
  test.each([
    ["V", "V"],
    ["v", "V"],
    ["Val", "V"],
    ["VAL", "V"],
    ["Sec", "U"],
    ["*", "*"],
    ["X", "*"],
    ["Ter", "*"],
    ["STOP", "*"],
    ["Xaa", "X"],
  ])("reads %s as %s", (text, residue) => {
    expect(decodeResidue(text)).toBe(residue);
  });

  test.each(["", "B", "J", "Z", "1", "VA", "VALE", "ins", "constructor"])(
    "does not read %j",
    (text) => {
      expect(decodeResidue(text)).toBeNull();
    },
  );
});

describe("decodeResidues", () => {
  test("reads runs of one or three letters, with stops in between", () => {
    expect(decodeResidues("ELREA", false)).toBe("ELREA");
    expect(decodeResidues("GluLeu*", false)).toBe("EL*");
    expect(decodeResidues("GLULEU", true)).toBe("EL");
    expect(decodeResidues("", true)).toBe("");
  });

  test("falls back to one letter where three-letter names do not fit", () => {
    expect(decodeResidues("AY", true)).toBe("AY");
  });

  test("reads no run with a letter that is no residue", () => {
    expect(decodeResidues("ELB", false)).toBeNull();
  });
});
