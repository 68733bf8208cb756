import { expect, test } from "vitest";
import type { OutlierCall } from "../../../src/annotate/protein-outliers.ts";
import { countProteins } from "../../../src/run/count-records.ts";
import type { InterpretedProteins } from "../../../src/run/interpret-proteins.ts";

function proteinsWith(
  counts: InterpretedProteins["tables"][number]["counts"],
  calls: readonly (readonly [gene: string, call: OutlierCall["call"]])[],
): InterpretedProteins {
  return {
    tables: [{ counts }],
    calls: calls.map(([gene, call]) => ({ gene, call, molecule: "protein" })),
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
