import { describe, expect, it } from "vitest";
import { readGene } from "../../../../../src/read/proteins/names/protein-gene.ts";

const where = { file: "t.csv", line: 2, column: 1 };

describe("readGene", () => {
  it.each([
    ["2-Sep", "SEPTIN2"],
    ["9-Sep-2021", "SEPTIN9"],
    ["Sep-02", "SEPTIN2"],
    ["2021-09-02", "SEPTIN2"],
    ["2001-03-09 00:00:00", "MARCHF9"],
    ["1-Mar", "MARCHF1 or MTARC1"],
    ["1-Dec", "DELEC1"],
    ["4-Oct", "POU5F1"],
  ])("refuses %s and says that %s was probably meant", (cell, meant) => {
    const { refused } = readGene(cell, where);
    expect(refused?.message).toContain(`looks like a date made by a spreadsheet; ${meant} was`);
  });

  it.each(["02/09/2021", "2.9.2021", "30-Sep", "7-Jun"])("refuses %s without a guess", (cell) => {
    expect(readGene(cell, where).refused?.message).toMatch(/made by a spreadsheet$/);
  });

  it("refuses a row without a gene", () => {
    for (const cell of [" \u00a0", ";", "NA;NA", ", ;"]) {
      expect(readGene(cell, where).refused?.code).toBe("gene-missing");
    }
  });

  it.each(["ERBB2", "HLA-A", "NKX2-1", "SEPTIN2", "MARCHF1", "C21orf82", "DEC1", "7SK", "H2-K1"])(
    "has nothing to say about %s",
    (cell) => {
      expect(readGene(cell, where)).toEqual({ gene: cell, refused: null, remarks: [] });
    },
  );

  it.each(["44256", "2.31E+13", "5728"])("warns that %s is a number", (cell) => {
    const { refused, remarks } = readGene(cell, where);
    expect(refused).toBeNull();
    expect(remarks.map(({ code, severity }) => [code, severity])).toEqual([
      ["gene-is-number", "warning"],
    ]);
  });

  it("trims a no-break space and says so", () => {
    const { gene, remarks } = readGene("ERBB2\u00a0 ", where);
    expect(gene).toBe("ERBB2");
    expect(remarks.map(({ code }) => code)).toEqual(["gene-trimmed"]);
  });

  it("warns of letters that only look right, and shows control characters as text", () => {
    expect(readGene("\u0415RBB2", where).remarks[0]?.code).toBe("gene-not-ascii");
    expect(readGene("ERBB2\u001b[2J", where).remarks[0]?.message).not.toContain("\u001b");
  });
});
