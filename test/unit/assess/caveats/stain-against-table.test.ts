import { expect, it } from "vitest";
import { findTableCaveats } from "../../../../src/assess/caveats/stain-against-table.ts";
import type { Measurement } from "../../../../src/model/verification.ts";

function measured(assay: string, seen: string, gene = "PTEN"): Measurement {
  return {
    alteration: "a",
    gene,
    assay,
    seen,
    text: `${gene} ${assay} ${seen}`,
    verdict: null,
    rule: null,
    support: null,
    provenance: { file: "f", line: 1, sha256: "0" } as unknown as Measurement["provenance"],
  };
}

const codesOf = (state: "verified" | "discordant", ...measurements: Measurement[]): string[] =>
  findTableCaveats({ state, measurements }).map(({ text }) => text.split(".")[0] ?? "");

it("tells a table that shows the opposite of the stain, each once", () => {
  const lost = measured("ihc", "lost");
  expect(codesOf("verified", lost, lost, measured("protein", "up"))).toEqual([
    "PTEN ihc lost counts here, and a table of proteins opposes it: PTEN protein up",
  ]);
  const strong = measured("ihc", "3+");
  expect(codesOf("verified", strong, measured("protein", "not detected"))).toHaveLength(1);
});

it("takes HER2 of 2+ for positive beside a positive in situ hybridization alone", () => {
  const [equivocal, low] = [measured("ihc", "2+", "ERBB2"), measured("protein", "down", "ERBB2")];
  const status = (seen: string): Measurement => measured("her2-status", seen, "ERBB2");
  expect(codesOf("verified", equivocal, low, status("positive"))).toHaveLength(1);
  expect(codesOf("verified", equivocal, low, status("negative"))).toEqual([]);
  expect(codesOf("verified", equivocal, low)).toEqual([]);
});

it("says nothing where the two agree, are of two genes, or where the verdict tells both", () => {
  const strong = measured("ihc", "3+");
  expect(codesOf("verified", strong, measured("protein", "up"))).toEqual([]);
  expect(codesOf("verified", strong, measured("protein", "none"))).toEqual([]);
  expect(codesOf("verified", strong, measured("phosphosite", "down"))).toEqual([]);
  expect(codesOf("verified", strong, measured("protein", "down", "EGFR"))).toEqual([]);
  expect(codesOf("discordant", strong, measured("protein", "down"))).toEqual([]);
});
