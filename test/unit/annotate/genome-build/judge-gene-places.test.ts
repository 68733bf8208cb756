import { expect, test } from "vitest";
import { judgeGenePlaces } from "../../../../src/annotate/genome-build/judge-gene-places.ts";

const spans = {
  ALK: { GRCh37: [29_415_640, 30_144_477], GRCh38: [29_192_774, 29_921_586] },
  RET: { GRCh37: [43_572_475, 43_625_797], GRCh38: [43_077_027, 43_130_351] },
} as const;

test("places in genes tell the build where they lie in their gene on one build alone", () => {
  const contigs = { ALK: "2", RET: "10" };
  const judged = judgeGenePlaces(
    [
      // On both builds in ALK, and so no sign.
      { gene: "ALK", contig: "2", position: 29_500_000 },
      { gene: "ALK", contig: "2", position: 29_223_584 },
      { gene: "RET", contig: "10", position: 43_612_031 },
      // A little before the gene of GRCh37.
      { gene: "RET", contig: "10", position: 43_570_000 },
      { gene: "RET", contig: "3", position: 43_612_031 },
      { gene: "UNKNOWN", contig: "1", position: 1 },
    ],
    (gene, assembly) => {
      if (gene !== "ALK" && gene !== "RET") return null;
      const [start, end] = spans[gene][assembly];
      return { assembly, contig: contigs[gene], start, end };
    },
  );
  expect(judged).toEqual({ GRCh37: 2, GRCh38: 1 });
});
