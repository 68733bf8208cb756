import { expect, test } from "vitest";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { consequence, observe, run } from "./make-observation.ts";

const allele = {
  assembly: "GRCh38",
  contig: "17",
  position: 7_676_154,
  ref: "G",
  alt: "C",
} as const;

function p72r(populationFrequency: number | null): Observation {
  const change = { proteinChange: "P72R", terms: ["missense_variant"], preferred: true };
  const consequences = [consequence("TP53", change)];
  return observe({ kind: "small-variant", allele, consequences, populationFrequency }, "TP53");
}

const classes: { what: string; constraint: Constraint }[] = [
  { what: "any mutation", constraint: { type: "consequence", gene: "TP53", class: "mutation" } },
  {
    what: "a mutation of a region",
    constraint: {
      type: "region",
      gene: "TP53",
      name: "exon 4",
      residues: [33, 125],
      change: "mutation",
    },
  },
];

test.each(classes)(
  "a common polymorphism is not what a statement about $what means",
  ({ constraint }) => {
    expect(run(constraint, p72r(0.009)).state).toBe("met");
    expect(run(constraint, p72r(0.01))).toMatchObject({
      state: "unmet",
      reason: { code: "common-variant" },
    });
  },
);

test("a statement that names the polymorphism is met by it", () => {
  expect(run({ type: "protein-change", gene: "TP53", change: "P72R" }, p72r(0.74)).state).toBe(
    "met",
  );
});

test("a common polymorphism does not refute wild type", () => {
  expect(run({ type: "wild-type", gene: "TP53" }, p72r(0.74)).state).toBe("undetermined");
  expect(run({ type: "wild-type", gene: "TP53" }, p72r(null)).state).toBe("unmet");
});
