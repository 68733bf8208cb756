import { describe, expect, it } from "vitest";
import type { OutlierCall } from "../../../../src/annotate/proteins/protein-outliers.ts";
import { foldUncalledProteins } from "../../../../src/run/proteins/fold-uncalled-proteins.ts";

const uncalled = (molecule: OutlierCall["molecule"], gene: string, code: string) =>
  ({
    gene,
    molecule,
    call: code === "" ? "up" : "not assessable",
    reason: { code, text: `${gene} ${code}.` },
  }) as OutlierCall;

describe("foldUncalledProteins", () => {
  it("keeps molecules and reasons apart, and names each gene once", () => {
    const calls = [
      uncalled("protein", "KIT", "not-measured"),
      uncalled("protein", "EGFR", "not-measured"),
      uncalled("phosphosite", "EGFR", "not-measured"),
      uncalled("phosphosite", "EGFR", "not-measured"),
      uncalled("rna", "EGFR", "no-reference-cohort"),
      uncalled("rna", "KIT", ""),
    ];
    expect(
      foldUncalledProteins({ calls }).map(({ code, reason, genes }) => [code, reason, genes]),
    ).toEqual([
      ["protein-not-measured", "KIT not-measured.", ["EGFR", "KIT"]],
      ["phosphosite-not-measured", "EGFR not-measured.", ["EGFR"]],
      ["rna-no-reference-cohort", "EGFR no-reference-cohort.", ["EGFR"]],
    ]);
  });
});
