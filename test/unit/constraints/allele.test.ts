import { expect, test } from "vitest";
import type { Allele } from "../../../src/model/locus.ts";
import { consequence, context, run, variant } from "./make-observation.ts";

const promoter = {
  type: "allele",
  gene: "TERT",
  alleles: { GRCh37: ["5:1295228:G:A"] },
} as const;
const allele: Allele = { assembly: "GRCh37", contig: "5", position: 1295228, ref: "G", alt: "A" };
const constraint = { ...promoter, alleles: { GRCh37: [...promoter.alleles.GRCh37] } };

test("an allele constraint is met by its allele and by no other", () => {
  expect(run(constraint, variant([], allele))).toMatchObject({
    state: "met",
    specificity: "allele",
  });
  expect(run(constraint, variant([], { ...allele, alt: "T" })).state).toBe("unmet");
  expect(run(constraint, variant([], { ...allele, position: 1295250 })).state).toBe("unmet");
  expect(run(constraint, variant([], { ...allele, contig: "7" })).state).toBe("unmet");
});

test("an allele constraint stays undetermined on a build without coordinates", () => {
  const span = { assembly: "GRCh38", contig: "5", start: 1253147, end: 1295228 } as const;
  const elsewhere = variant([], { ...allele, assembly: "GRCh38" });
  expect(run(constraint, elsewhere).state).toBe("unmet");
  const seen = run(constraint, elsewhere, context({ span }));
  expect(seen).toMatchObject({
    state: "undetermined",
    reason: { code: "no-coordinates-on-build" },
  });
});

test("an allele constraint is not met by a variant that is annotated in another gene", () => {
  const seen = variant([consequence("KRAS", { proteinChange: "G12D" })], {
    ...allele,
    assembly: "GRCh38",
  });
  expect(run(constraint, seen)).toMatchObject({ state: "unmet", reason: { code: "other-gene" } });
});
