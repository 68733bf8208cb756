import { describe, expect, test } from "vitest";
import { nameFrameshift, nameResidueChange } from "../../../src/annotate/name-residue-change.ts";

describe("nameResidueChange", () => {
  test.each([
    [600, "V", "E", "V600E"],
    [61, "Q", "*", "Q61*"],
    [600, "V", "V", "V600="],
    [599, "TV", "TE", "V600E"],
    [599, "TV", "AE", "T599_V600delinsAE"],
    [745, "KELREA", "K", "E746_A750del"],
    [5, "TY", "I", "T5_Y6delinsI"],
    [5, "TY", "TYY", "Y6dup"],
    [5, "TYK", "TYTYK", "T5_Y6dup"],
    [5, "TK", "TYK", "T5_K6insY"],
    [100, "AAAAAAAA", "A", "A101_A107del"],
    [390, "*", "R", "*390ext"],
    [90, "SL*", "*", "S90_L91del"],
  ])("names the residues %i %s > %s as %s", (position, ref, alt, name) => {
    expect(nameResidueChange({ position, ref, alt })).toBe(name);
  });

  test("does not name an insertion whose neighbors are not given", () => {
    expect(nameResidueChange({ position: 5, ref: "T", alt: "TKY" })).toBeNull();
    expect(nameResidueChange({ position: 5, ref: "", alt: "K" })).toBeNull();
  });

  test("does not name letters that are no residues", () => {
    expect(nameResidueChange({ position: 5, ref: "B", alt: "J" })).toBeNull();
  });
});

describe("nameFrameshift", () => {
  test.each([
    [154, "GQKAAA", "GKKPRR", "Q155fs"],
    [111, "K", "E", "K111fs"],
    [453, "IYN", "LQ*", "I453fs"],
    [11, "VVRTY", "*", "V11*"],
    [90, "L*", "LK", "*91ext"],
  ])("names the residues %i %s > %s as %s", (position, ref, alt, name) => {
    expect(nameFrameshift({ position, ref, alt })).toBe(name);
  });

  test("names nothing where no residue is seen to change", () => {
    expect(nameFrameshift({ position: 11, ref: "VV", alt: "VV" })).toBeNull();
    expect(nameFrameshift({ position: 11, ref: "VVR", alt: "VV" })).toBeNull();
  });
});
