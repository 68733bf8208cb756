import { describe, expect, test } from "vitest";
import { nameFuncotation } from "../../../../src/annotate/consequences/name-funcotation.ts";

describe("nameFuncotation", () => {
  test.each([
    ["p.V600E", "c.(1798-1800)gTg>gAg", "V600E"],
    ["p.P203P", "c.(607-609)ccG>ccC", "P203="],
    ["p.R213*", "c.(637-639)Cga>Tga", "R213*"],
    // NONSTOP of ASAP3, and PIK3CA insertions, of GATK's own expected files.
    ["p.*904W", "c.(2710-2712)tAg>tGg", "*904ext"],
    ["p.T544RS", "c.(1630-1632)act>aGGTct", "T544delinsRS"],
    ["p.E545fs", "c.(1630-1632)actfs", "E545fs"],
    ["p.*361fs", "c.(1078-1080)tgcfs", "*361ext"],
    ["p.183_184LS>MT", "c.(547-552)CtTTct>AtGAct", "L183_S184delinsMT"],
    ["p.ELREA746del", "c.(2233-2250)aaggaattaagagaagca>aaa", "E746_A750del"],
    ["p.E746del", "c.(2236-2238)gaadel", "E746del"],
  ])("%s with %s is %s", (protein, codons, name) => {
    expect(nameFuncotation(protein, codons)).toBe(name);
  });

  test("names an insertion between codons by the codon behind it, which is the neighbor that is given", () => {
    expect(nameFuncotation("p.771_772insYVMA", "c.(2314-2316)tac>TACGTGATGGCTtac")).toBe(
      "Y772delinsYVMAY",
    );
    // On the reverse strand both neighbors are given.
    expect(nameFuncotation("p.2_3insG", "c.(4-9)gtgaaa>gtgGGAaaa")).toBe("V2_K3insG");
  });

  test("finds the residues that the text ends before: a change of two residues around one that stays", () => {
    expect(nameFuncotation("p.V600E", "c.(1798-1806)gTgaaatCt>gAgaaatAt")).toBe(
      "V600_S602delinsEKY",
    );
  });

  test.each([
    ["p.ELREA746del", "E746_A750del"],
    ["p.746_750ELREA>KP", "E746_A750delinsKP"],
    ["p.T544RS", "T544delinsRS"],
    ["p.ER978fs", "E978fs"],
    ["p.Val600Glu", "V600E"],
    ["p.770_771insG", null],
    ["p.X600E", null],
    ["", null],
  ])("without codons %s is %s", (protein, name) => {
    expect(nameFuncotation(protein, null)).toBe(name);
  });

  test.each([
    ["c.(1799-1801)tga>aga", "is out of frame"],
    ["c.(1798-1803)gTg>gAg", "is of another length than it says"],
    ["c.(1798-1800)gNg>gAg", "holds no base"],
    [`c.(1-${"9".repeat(2_000)})gtg>gag`, "is endless"],
    ["c.e81+2", "is a splice site"],
  ])("reads the residues where the text of the codons, %s, %s", (codons) => {
    expect(nameFuncotation("p.V600K", codons)).toBe("V600K");
    expect(nameFuncotation(null, codons)).toBeNull();
  });
});
