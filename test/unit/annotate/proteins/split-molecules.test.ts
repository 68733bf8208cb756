import { describe, expect, it } from "vitest";
import { splitMolecules } from "../../../../src/annotate/proteins/split-molecules.ts";
import { rppa } from "../../../../src/read/proteins/tables/protein-wide.ts";
import { readProtein } from "../../read/proteins/read-protein-text.ts";

const header = "Composite.Element.REF\tTUMOR\tA\n";
const split = async (rows: string) =>
  splitMolecules((await readProtein(rppa, `${header}${rows}`)).table).map((table) => [
    table.molecule,
    table.rows.map(({ gene, site }) => `${gene} ${site ?? ""}`.trim()),
  ]);

describe("splitMolecules", () => {
  it("judges the proteins of an array apart from its phosphosites", async () => {
    expect(await split("ERBB2|HER2\t-1\t1\nERBB2|HER2_pY1248\t2\t0\n")).toEqual([
      ["protein", ["ERBB2"]],
      ["phosphosite", ["ERBB2 Y1248"]],
    ]);
  });

  it("leaves a table of one molecule whole", async () => {
    expect(await split("ERBB2|HER2\t-1\t1\n")).toEqual([["protein", ["ERBB2"]]]);
    expect(await split("ERBB2|HER2_pY1248\t2\t0\n")).toEqual([["phosphosite", ["ERBB2 Y1248"]]]);
  });
});
