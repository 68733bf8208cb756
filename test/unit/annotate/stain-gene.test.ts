import { expect, it, test } from "vitest";
import { geneOfStain } from "../../../src/annotate/stain-gene.ts";

const symbols = new Map([
  ["ERBB2", "ERBB2"],
  ["PTEN", "PTEN"],
  ["MSH6", "MSH6"],
  ["PROS1", "PROS1"],
  ["EIF2AK3", "EIF2AK3"],
  ["PERK", "EIF2AK3"],
  ["pRb", "RB1"],
]);
const currentSymbol = (name: string): string | null => symbols.get(name) ?? null;

test.each([
  ["HER2", "ERBB2"],
  ["HER 2", "ERBB2"],
  ["Her-2/neu", "ERBB2"],
  ["Her2neu", "ERBB2"],
  ["ErbB2", "ERBB2"],
  ["ErbB-2", "ERBB2"],
  ["c-erbB-2", "ERBB2"],
  ["PD L1", "CD274"],
  ["B7-H1", "CD274"],
  ["Estrogen receptor", "ESR1"],
  ["ERα", "ESR1"],
  ["Progesterone Receptor", "PGR"],
  ["Androgen receptor", "AR"],
  ["claudin-18.2", "CLDN18"],
  ["FR-alpha", "FOLR1"],
  ["Pten", "PTEN"],
  ["MSH-6", "MSH6"],
  ["pRb", "RB1"],
])("a stain of %s is one of %s", (marker, gene) => {
  expect(geneOfStain(marker, currentSymbol)).toBe(gene);
});

it("takes a phosphorylated protein for no other gene, and an alias as it is written", () => {
  for (const marker of ["pHER2", "p-HER2", "pERK", "p-ROS1", "pROS1", "perk"]) {
    expect(geneOfStain(marker, currentSymbol), marker).toBeNull();
  }
});
