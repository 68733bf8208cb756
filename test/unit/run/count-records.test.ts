import { expect, test } from "vitest";
import type { OutlierCall } from "../../../src/annotate/proteins/protein-outliers.ts";
import { countProteins } from "../../../src/run/count-records.ts";
import type { InterpretedProteins } from "../../../src/run/interpret-proteins.ts";

function proteinsWith(
  counts: InterpretedProteins["tables"][number]["counts"],
  calls: readonly (readonly [gene: string, call: OutlierCall["call"], group?: readonly string[]])[],
): InterpretedProteins {
  return {
    tables: [{ counts }],
    calls: calls.map(([gene, call, group]) => ({
      gene,
      call,
      group,
      molecule: "protein",
      provenance: { file: "p.csv", line: 2, sample: "TUMOR" },
    })),
  } as unknown as InterpretedProteins;
}

test("contaminants and further groups of a gene count as set aside, and the counts add up", () => {
  const proteins = proteinsWith({ read: 20, refused: 2, setAside: 5 }, [
    ["ERBB2", "up"],
    ["KIT", "not assessable"],
    ["MET", "none"],
  ]);
  expect(countProteins(proteins, new Set(["expression:protein:ERBB2:up"]))).toEqual({
    read: 20,
    matched: 1,
    setAside: 6,
    refused: 2,
    notMatched: 11,
  });
});

test("a row of several genes counts once, whichever of them a statement is about", () => {
  const group = ["EGFR", "ERBB2"];
  const counts = { read: 3, refused: 0, setAside: 0 };
  const up = proteinsWith(counts, [
    ["EGFR", "up", group],
    ["ERBB2", "up", group],
    ["KIT", "none"],
  ]);
  const ids = group.map((gene) => `expression:protein:${gene} in EGFR;ERBB2:up`);
  expect(countProteins(up, new Set(ids))).toMatchObject({ matched: 1, notMatched: 2 });
  const open = proteinsWith(counts, [
    ["EGFR", "not assessable", group],
    ["ERBB2", "not assessable", group],
  ]);
  expect(countProteins(open, new Set())).toMatchObject({ setAside: 1, notMatched: 2 });
});
