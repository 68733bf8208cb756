import { expect, test } from "vitest";
import {
  isFusionDriver,
  judgeKinase,
  threePrimeKinases,
} from "../../../../src/annotate/structural/fusion-kinases.ts";

/** Residues of kinase domains whose changes are known, all before the end of the domain. */
const insideDomains: Readonly<Record<string, number>> = {
  ABL1: 315,
  ALK: 1202,
  BRAF: 600,
  FLT3: 835,
  MET: 1230,
  NTRK1: 667,
  NTRK3: 696,
  PDGFRA: 842,
  RET: 918,
  ROS1: 2032,
};

test.each(Object.entries(insideDomains))(
  "%s ends its domain behind residue %d",
  (gene, residue) => {
    const end = threePrimeKinases.get(gene) ?? 0;
    expect(end).toBeGreaterThan(residue);
    expect(end - residue).toBeLessThan(300);
  },
);

test.each([
  ["ALK", null, "lost"],
  ["ALK", 1057, "lost"],
  ["ALK", 1390, null],
  ["EML4", 496, null],
  ["FGFR1", null, null],
  ["FGFR2", null, null],
  [null, null, null],
] as const)("%s as the 5' partner with a break at codon %s: %s", (fivePrime, codon, expected) => {
  const first = codon === null ? null : { codingBefore: codon * 3 };
  expect(judgeKinase({ fivePrime }, first)).toBe(expected);
});

test("either side of a fusion may be what it is about", () => {
  expect(["FGFR3", "RET", "NRG1", "EML4"].map(isFusionDriver)).toEqual([true, true, true, false]);
});
