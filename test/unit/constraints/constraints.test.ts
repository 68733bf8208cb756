import { describe, expect, test } from "vitest";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { constraintSchema } from "../../../src/constraints/constraint-schema.ts";
import {
  atomicParts,
  constraintRules,
  genesOf,
  ruleOf,
} from "../../../src/constraints/constraints.ts";

/** One of each rule, as knowledgebase files write it. */
const samples: Record<string, Constraint> = {
  "protein-change": { type: "protein-change", gene: "BRAF", change: "V600E" },
  allele: { type: "allele", gene: "TERT", alleles: { GRCh37: ["5:1295228:G:A"] } },
  codon: { type: "codon", gene: "BRAF", residue: "V", position: 600 },
  region: {
    type: "region",
    gene: "EGFR",
    name: "exon 19",
    residues: [729, 761],
    change: "deletion",
  },
  consequence: { type: "consequence", gene: "PTEN", class: "truncating" },
  "copy-number": { type: "copy-number", gene: "ERBB2", change: "amplification" },
  fusion: { type: "fusion", fivePrime: "EML4", threePrime: "ALK" },
  "exon-change": { type: "exon-change", gene: "EGFR", change: "deletion", exons: [2, 7] },
  expression: { type: "expression", gene: "ERBB2", molecule: "protein", direction: "up" },
  ihc: { type: "ihc", gene: "ERBB2", grades: ["3+"] },
  signature: { type: "signature", marker: "MSI", status: "high" },
  "wild-type": { type: "wild-type", gene: "KRAS" },
  "other-assay": { type: "other-assay", gene: "MGMT", assay: "methylation" },
  all: { type: "all", constraints: [{ type: "wild-type", gene: "KRAS" }] },
  any: { type: "any", constraints: [{ type: "wild-type", gene: "NRAS" }] },
  not: { type: "not", constraint: { type: "consequence", gene: "KRAS", class: "mutation" } },
  excluding: {
    type: "excluding",
    constraint: { type: "consequence", gene: "BRAF", class: "mutation" },
    except: [{ type: "codon", gene: "BRAF", residue: "V", position: 600 }],
  },
};

describe("the list of rules", () => {
  test("has a rule for every sample and a sample for every rule, each type once", () => {
    expect(constraintRules.map((rule) => rule.type)).toEqual(Object.keys(samples));
  });

  test.each(Object.entries(samples))("reads %s and refuses an unknown key", (type, sample) => {
    expect(constraintSchema.parse(sample)).toEqual(sample);
    expect(ruleOf(sample).type).toBe(type);
    expect(constraintSchema.safeParse({ ...sample, extra: 1 }).success).toBe(false);
  });

  test("refuses a type that no rule has", () => {
    expect(constraintSchema.safeParse({ type: "vibes", gene: "BRAF" }).success).toBe(false);
  });

  test.each([
    "7:140453136:A",
    "chr7:140453136:A:T",
    "7:0:A:T",
    "7:140453136:a:t",
    "7:1:A:<DEL>",
    "23:1:A:T",
  ])("refuses the allele text %s", (text) => {
    const allele = { type: "allele", gene: "BRAF", alleles: { GRCh37: [text] } };
    expect(constraintSchema.safeParse(allele).success).toBe(false);
  });
});

describe("a nested constraint", () => {
  const nested: Constraint = {
    type: "all",
    constraints: [
      { type: "protein-change", gene: "BRAF", change: "V600E" },
      {
        type: "any",
        constraints: [samples["wild-type"]!, { type: "not", constraint: samples["copy-number"]! }],
      },
    ],
  };

  test("is read to any depth", () => {
    expect(constraintSchema.parse(nested)).toEqual(nested);
    expect(atomicParts(nested).map((part) => part.rule.type)).toEqual([
      "protein-change",
      "wild-type",
      "copy-number",
    ]);
  });

  test("names the genes of its parts once", () => {
    expect(genesOf(nested)).toEqual(["BRAF", "KRAS", "ERBB2"]);
  });
});
