import { expect, test } from "vitest";
import { oncokbAnnotated } from "../../../../src/read/outside/oncokb-annotated.ts";
import { pcgrTiers } from "../../../../src/read/outside/pcgr-tiers.ts";
import { readEvidenceText, refusedText } from "../read-evidence-text.ts";

/** Rows are made up, as are the drugs; only the names of columns are those of the programs. */
const maf = (...rows: readonly string[][]): string =>
  [
    "#version 2.4",
    "Hugo_Symbol\tHGVSp_Short\tTumor_Sample_Barcode\tNCBI_Build\tChromosome\tStart_Position\tReference_Allele\tTumor_Seq_Allele2\tONCOGENIC\tMUTATION_EFFECT\tLEVEL_1\tLEVEL_3A\tLEVEL_R1\tLEVEL_R2\tHIGHEST_LEVEL",
    ...rows.map((row) => row.join("\t")),
    "",
  ].join("\n");
const place = ["GRCh38", "7", "140753336", "A", "T"];

test("the OncoKB annotator's levels stand in the order in which OncoKB displays them, with drugs as stated", async () => {
  const text = maf(
    [
      "BRAF",
      "p.V600E",
      "T",
      ...place,
      "Oncogenic",
      "Gain",
      "Madeupinib,Fictamab+Examplinib",
      "A",
      "B",
      "C",
      "LEVEL_1",
    ],
    [
      "TP53",
      "p.R175H",
      "T",
      "37",
      "17",
      "7578406",
      "C",
      "-",
      "Likely Oncogenic",
      "",
      "",
      "",
      "",
      "",
      "NA",
    ],
    ["KRAS", "p.G12D", "T", "", "", "", "", "", "Unknown", "Unknown", "", "", "", "", ""],
  );
  const { table, problems } = await readEvidenceText(oncokbAnnotated, text);
  expect(problems).toEqual([]);
  expect(table.counts).toEqual({ read: 3, refused: 0, setAside: 1 });
  expect(table.rows[0]).toEqual({
    source: "OncoKB annotator",
    line: 3,
    gene: "BRAF",
    name: "BRAF p.V600E",
    alteration: {
      kind: "small-variant",
      proteinChange: "p.V600E",
      allele: { assembly: "GRCh38", contig: "7", position: 140753336, ref: "A", alt: "T" },
    },
    levels: [
      { level: "level R1", drugs: "B" },
      { level: "level 1", drugs: "Madeupinib,Fictamab+Examplinib" },
      { level: "level 3A", drugs: "A" },
      { level: "level R2", drugs: "C" },
    ],
    oncogenic: "Oncogenic",
    effect: "Gain",
  });
  expect(table.rows[1]).toMatchObject({
    levels: [],
    effect: null,
    alteration: { allele: { assembly: "GRCh37", position: 7578406, ref: "C", alt: "" } },
  });
});

test("a highest level without a column of its drugs is a level without drugs", async () => {
  const text =
    "Hugo_Symbol\tAlteration\tSAMPLE_ID\tONCOGENIC\tHIGHEST_SENSITIVE_LEVEL\tHIGHEST_RESISTANCE_LEVEL\nMET\tAmplification\tT\tOncogenic\tLEVEL_3B\tLEVEL_R2\nCDKN2A\tDeletion\tT\tOncogenic\t\t\n";
  const { table } = await readEvidenceText(oncokbAnnotated, text);
  expect(table.rows.map(({ alteration, levels }) => [alteration, levels])).toEqual([
    [
      { kind: "copy-number", change: "amplification" },
      [
        { level: "level 3B", drugs: null },
        { level: "level R2", drugs: null },
      ],
    ],
    [{ kind: "copy-number", change: "homozygous-deletion" }, []],
  ]);
});

test("structural variants are pairs of genes", async () => {
  const text =
    "Tumor_Sample_Barcode\tGeneA\tGeneB\tONCOGENIC\tHIGHEST_LEVEL\nT\tEML4\tALK\tOncogenic\tLEVEL_1\n";
  const { table } = await readEvidenceText(oncokbAnnotated, text);
  expect(table.rows).toMatchObject([
    { gene: "EML4", name: "EML4::ALK", alteration: { kind: "fusion", partner: "ALK" } },
  ]);
});

test("of several samples the one that is asked for is read, and none is guessed", async () => {
  const row = (gene: string, sample: string) => [
    gene,
    "p.V600E",
    sample,
    ...place,
    "Oncogenic",
    "",
    "",
    "",
    "",
    "",
    "LEVEL_1",
  ];
  const text = maf(row("BRAF", "A"), row("NRAS", "B"));
  const { table } = await readEvidenceText(oncokbAnnotated, text, { sample: "B" });
  expect(table.rows.map(({ gene }) => gene)).toEqual(["NRAS"]);
  expect(table.counts).toEqual({ read: 1, refused: 0, setAside: 0 });
  expect((await refusedText(oncokbAnnotated, text)).code).toBe("outside-sample-undecided");
  expect((await refusedText(oncokbAnnotated, text, { sample: "C" })).code).toBe(
    "outside-sample-missing",
  );
});

test("a row without a gene is refused alone, and a file of such rows whole", async () => {
  const bad = ["", "p.V600E", "T", ...place, "Oncogenic", "", "", "", "", "", "LEVEL_1"];
  const good = ["BRAF", ...bad.slice(1)];
  const { table, problems } = await readEvidenceText(oncokbAnnotated, maf(bad, good));
  expect(table.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
  expect(problems).toMatchObject([{ code: "outside-row-unreadable", where: { line: 3 } }]);
  expect((await refusedText(oncokbAnnotated, maf(bad))).code).toBe("table-no-rows");
});

test.each([
  [
    "SAMPLE_ID\tGENOMIC_CHANGE\tGENOME_VERSION\tSYMBOL\tPROTEIN_CHANGE\tONCOGENICITY\tACTIONABILITY_TIER",
    "T\t7:g.140753336A>T\tgrch38\tBRAF\tp.Val600Glu\tOncogenic\t1",
  ],
  [
    "VCF_SAMPLE_ID\tGENOMIC_CHANGE\tGENOME_VERSION\tSYMBOL\tPROTEIN_CHANGE\tONCOGENICITY\tTIER",
    "T\tg.chr7:140753336A>T\tgrch38\tBRAF\tp.Val600Glu\tOncogenic\tTIER 1",
  ],
])("PCGR of either version states a tier: %s", async (header, row) => {
  const empty = row.replace("Oncogenic", "NA").replace(/(?:TIER )?1$/u, "NONCODING");
  const { table } = await readEvidenceText(pcgrTiers, `${header}\n${row}\n${empty}\n`);
  expect(table.counts).toEqual({ read: 2, refused: 0, setAside: 1 });
  expect(table.rows).toEqual([
    {
      source: "PCGR",
      line: 2,
      gene: "BRAF",
      name: "BRAF p.Val600Glu",
      alteration: {
        kind: "small-variant",
        proteinChange: "p.Val600Glu",
        allele: { assembly: "GRCh38", contig: "7", position: 140753336, ref: "A", alt: "T" },
      },
      levels: [{ level: "tier 1", drugs: null }],
      oncogenic: "Oncogenic",
      effect: null,
    },
  ]);
});

test("each format knows its own head and no plain MAF", () => {
  const plain = "Hugo_Symbol\tHGVSp_Short\tTumor_Sample_Barcode\nBRAF\tp.V600E\tT\n";
  expect(oncokbAnnotated.detect(maf())).toBe(true);
  expect(pcgrTiers.detect(maf())).toBe(false);
  for (const reader of [oncokbAnnotated, pcgrTiers]) expect(reader.detect(plain)).toBe(false);
});

test("the columns of a table of pairs are known by each of their names", async () => {
  for (const [one, two] of [
    ["GeneA", "GeneB"],
    ["Gene1", "Gene2"],
  ]) {
    const text = `${one}\t${two}\tSAMPLE_ID\tONCOGENIC\tHIGHEST_LEVEL\nEML4\tALK\tT\tOncogenic\tLEVEL_1\n`;
    expect(oncokbAnnotated.detect(text)).toBe(true);
    const { table } = await readEvidenceText(oncokbAnnotated, text, { sample: "T" });
    expect(table.rows).toHaveLength(1);
    expect(JSON.stringify(table.rows)).toContain("EML4");
    expect(JSON.stringify(table.rows)).toContain("ALK");
  }
});
