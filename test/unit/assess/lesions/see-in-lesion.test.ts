import { expect, test } from "vitest";
import { type LesionView, seeInLesion } from "../../../../src/assess/lesions/see-in-lesion.ts";
import { copies, fusion } from "../constructed-proteins.ts";

/** A lesion whose copy numbers cover PTEN and whose fusions were read, and that calls nothing. */
function lesion(hasAlleles: boolean): LesionView {
  return {
    id: "primary",
    observations: new Map(),
    available: new Set(["copy-number", "fusions", "structural-variants"]),
    covered: new Map([["PTEN", { hasAlleles }]]),
    isAdjusted: true,
    assembly: null,
    readingOf: () => null,
    expectedAt: () => null,
    clonalityOf: () => null,
    minAltReads: 3,
  };
}

const loh = copies("PTEN", "copy-neutral-loh");

test("a lost allele is absent only where the copy numbers tell the alleles apart", () => {
  expect(seeInLesion(loh, lesion(true)).state).toBe("absent");
  expect(seeInLesion(loh, lesion(false))).toMatchObject({
    state: "not assessable",
    reason: { code: "lesion-no-alleles" },
  });
  expect(seeInLesion(copies("PTEN", "homozygous-deletion"), lesion(false)).state).toBe("absent");
});

test("a fusion that a file does not call stays open: nothing tells that it would have shown it", () => {
  expect(seeInLesion(fusion("EML4", "ALK"), lesion(true))).toMatchObject({
    state: "not assessable",
    reason: { code: "lesion-no-power" },
  });
});
