import { describe, expect, it } from "vitest";
import type { KinaseActivity } from "../../../../src/annotate/proteins/kinase-activity.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { reportUnusedSubstrates } from "../../../../src/run/proteins/report-unused-substrates.ts";
import type { ProteinTable } from "../../../../src/read/protein-reader.ts";

function table(molecule: ProteinTable["molecule"], scale = "log2-ratio"): ProteinTable {
  return {
    file: "t.csv",
    format: "protein-wide",
    molecule,
    sample: "TUMOR",
    cohortSamples: [],
    cohortName: "",
    scale: { name: scale, decidedBy: "declared" },
    rows: [],
    counts: { read: 0, refused: 0, setAside: 0 },
    digest: { sha256: "", bytes: 0 },
  };
}

function ask(tables: readonly ProteinTable[], kinases: readonly KinaseActivity[] = []) {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  reportUnusedSubstrates({ file: "substrates.tsv", tables, kinases, report });
  return problems;
}

const tooFew: KinaseActivity = {
  kinase: "AKT1",
  seen: "too few substrates",
  substrates: ["GSK3B S9"],
  score: null,
  reason: { code: "too-few-substrates", text: "" },
  file: "t.csv",
  sample: "TUMOR",
  cohort: "",
};

describe("a table of kinase substrates that scores no kinase", () => {
  it.each([
    [[table("protein"), table("rna")], "no table of the case holds phosphosites"],
    [
      [table("protein"), table("phosphosite", "z")],
      "the phosphosites are on the scale z, which has no fold",
    ],
    [
      [table("phosphosite")],
      "none of its substrate sites has a value in the case and in enough reference samples",
    ],
  ])("says why (%#)", (tables, why) => {
    expect(ask(tables)).toMatchObject([
      {
        code: "kinase-substrates-unused",
        severity: "warning",
        message: `no kinase is scored by its substrates: ${why}`,
        where: { file: "substrates.tsv" },
      },
    ]);
  });

  it("is not told where a kinase has too few sites: its own reason tells that", () => {
    expect(ask([table("phosphosite")], [tooFew])).toEqual([]);
  });
});
