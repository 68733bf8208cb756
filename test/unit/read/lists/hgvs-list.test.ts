import { describe, expect, test } from "vitest";
import { hgvsList } from "../../../../src/read/lists/hgvs-list.ts";
import { readList } from "./read-list.ts";

describe("a list of changes", () => {
  test("gives names with what supports them, and no alleles", async () => {
    const text = "gene,change,transcript,vaf,depth\nBRAF,V600E,ENST00000646891,31%,54\n";
    const { records, header } = await readList(hgvsList, text);
    expect(records).toMatchObject([
      {
        line: 2,
        calls: [],
        named: {
          named: { gene: "BRAF", changes: ["V600E"], transcript: "ENST00000646891", terms: [] },
          support: { vaf: 0.31, depth: 54, rule: "vaf, depth" },
        },
      },
    ]);
    expect(header.isNamesOnly).toBe(true);
  });

  test("refuses rows alone: without gene or change, and with a fraction or depth that is none", async () => {
    const text =
      "gene;change;vaf;depth\n;V600E;;\nBRAF;;;\nBRAF;V600E;31;\nBRAF;V600E;;x\nBRAF;V600E;;\n";
    const { records, counts, problems } = await readList(hgvsList, text);
    expect([records.length, counts]).toEqual([1, { read: 5, outside: 0, refused: 4 }]);
    expect(problems).toMatchObject([{ code: "list-row-malformed", count: 4, where: { line: 2 } }]);
  });

  test("needs no gene where the change names its sequence, whose accession may tell the build", async () => {
    const text = "gene\tchange\n\tNC_000007.13:g.140453136A>T\n";
    const { header, counts } = await readList(hgvsList, text);
    expect(header).toMatchObject({ assembly: { name: "GRCh37" } });
    expect(header.isNamesOnly).toBeUndefined();
    expect(counts.refused).toBe(0);
  });

  test.each(["Sample ID", "tumor_sample", "SampleID"])("takes the sample of %j", async (column) => {
    const text = `${column},gene,change\nOTHER,KRAS,G12D\nM,BRAF,V600E\n`;
    const { records } = await readList(hgvsList, text, { tumorSample: "M" });
    expect(records.map(({ line }) => line)).toEqual([3]);
  });

  test("of two builds is refused", async () => {
    const text = "gene,change\nX,NC_000007.13:g.1A>T\nX,NC_000007.14:g.1A>T\n";
    await expect(readList(hgvsList, text)).rejects.toMatchObject({ kind: "identity" });
  });

  test("is known by its columns, and no other table of genes is one", () => {
    expect(hgvsList.detect("HUGO_SYMBOL\tSAMPLE_ID\tALTERATION\nEGFR\ta\tvIII\n")).toBe(true);
    expect(hgvsList.detect("gene,S1,S2\nEGFR,1,2\n")).toBe(false);
    expect(hgvsList.detect("Hugo_Symbol\tTumor_Sample_Barcode\tHGVSp_Short\n")).toBe(false);
  });
});
