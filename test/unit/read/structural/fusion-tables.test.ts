import { describe, expect, test } from "vitest";
import type { FusionCall } from "../../../../src/read/structural/structural-call.ts";
import { readFusions, refusalOf } from "./read-structural-text.ts";

/** A table of one row, by the names of its columns. */
function tableOf(row: Readonly<Record<string, string>>, delimiter = "\t"): string {
  return `${Object.keys(row).join(delimiter)}\n${Object.values(row).join(delimiter)}\n`;
}

const formats: readonly (readonly [string, string, Partial<FusionCall>])[] = [
  [
    "arriba",
    tableOf({
      "#gene1": "EML4",
      gene2: "ALK",
      "strand1(gene/fusion)": "+/+",
      "strand2(gene/fusion)": "-/-",
      breakpoint1: "2:42301394",
      breakpoint2: "2:29223584",
      type: "inversion",
      split_reads1: "1",
      split_reads2: "3",
      discordant_mates: "2",
      confidence: "high",
      reading_frame: "in-frame",
      retained_protein_domains: "Protein_kinase_domain(100%)",
    }),
    {
      isOrdered: true,
      inFrame: true,
      kinaseDomain: "kept",
      support: {
        junctionReads: 4,
        spanningReads: 2,
        rule: "split_reads1 + split_reads2, and discordant_mates",
        confidence: "high",
      },
    },
  ],
  [
    "star-fusion",
    tableOf({
      "#FusionName": "EML4--ALK",
      JunctionReadCount: "4",
      SpanningFragCount: "5",
      LeftBreakpoint: "2:42301394:+",
      RightBreakpoint: "2:29223584:-",
      LargeAnchorSupport: "NO_LDAS",
      PROT_FUSION_TYPE: "FRAMESHIFT",
      annots: '["A","READTHROUGH"]',
    }),
    { inFrame: false, isReadThrough: true },
  ],
  [
    "ctat-lr-fusion",
    tableOf({
      "#FusionName": "EML4--ALK",
      num_LR: "4",
      LeftBreakpoint: "2:42301394:+",
      RightBreakpoint: "2:29223584:-",
    }),
    { inFrame: null },
  ],
  [
    "dragen-fusion",
    tableOf({
      "#FusionGene": "EML4--ALK",
      Score: "0.9",
      LeftBreakpoint: "chr2:42301394:+",
      RightBreakpoint: "chr2:29223584:-",
      Filter: "LOW_SCORE;FAIL",
    }),
    { failedFilters: ["LOW_SCORE", "FAIL"] },
  ],
  [
    "pcgr-fusion",
    tableOf({
      FusionGene: "EML4--ALK",
      LeftBreakpoint: "2:42301394",
      RightBreakpoint: "2:29223584",
      SplitReads: "100",
    }),
    { isOrdered: false },
  ],
  [
    "fusioncatcher",
    tableOf({
      "Gene_1_symbol(5end_fusion_partner)": "EML4",
      "Gene_2_symbol(3end_fusion_partner)": "ALK",
      Fusion_description: "readthrough,known",
      Spanning_pairs: "4",
      Spanning_unique_reads: "3",
      Predicted_effect: "out-of-frame",
    }),
    { inFrame: false, isReadThrough: true },
  ],
  [
    "jaffa",
    tableOf(
      {
        sample: "reads",
        "fusion genes": "EML4:ALK",
        chrom1: "chr2",
        base1: "42301394",
        chrom2: "chr2",
        base2: "29223584",
        "spanning pairs": "4",
        "spanning reads": "3",
        inframe: "TRUE",
        classification: "LowConfidence",
      },
      ",",
    ),
    { inFrame: true, fivePrimeBreakpoint: { contig: "2", position: 42_301_394 } },
  ],
  [
    "ericscript",
    tableOf({ GeneName1: "EML4", GeneName2: "ALK", spanningreads: "3", EricScore: "0.9" }),
    {},
  ],
  ["pizzly", tableOf({ "geneA.name": "EML4", "geneB.name": "ALK", splitcount: "2" }), {}],
  [
    "squid",
    tableOf({ "# chrom1": "2", score: "9", Type: "fusion-gene", FusedGenes: "EML4:ALK" }),
    { isOrdered: false },
  ],
  [
    "cbioportal-sv",
    tableOf({
      Sample_Id: "S1",
      Site1_Hugo_Symbol: "EML4",
      Site2_Hugo_Symbol: "ALK",
      Site1_Region: "EXON",
      Site1_Region_Number: "6",
      Site2_Region: "EXON",
      Site2_Region_Number: "20",
      Site2_Effect_On_Frame: "In_frame",
      SV_Status: "SOMATIC",
    }),
    { isOrdered: false, inFrame: true, exons: [6, 20] },
  ],
  [
    "oncokb-sv",
    tableOf({ Tumor_Sample_Barcode: "S1", GeneA: "EML4", GeneB: "ALK", Sv_Type: "FUSION" }),
    { isOrdered: false },
  ],
  [
    "linx-fusion",
    tableOf({
      fivePrimeBreakendId: "1",
      threePrimeBreakendId: "2",
      phased: "SKIPPED_EXONS",
      likelihood: "LOW",
      geneStart: "EML4",
      geneEnd: "ALK",
      fusedExonUp: "6",
      fusedExonDown: "20",
      domainsKept: "",
      domainsLost: "Protein kinase",
    }),
    { inFrame: true, exons: [6, 20], kinaseDomain: "lost" },
  ],
  [
    "isofox-fusion",
    tableOf({ GeneNameUp: "EML4", GeneNameDown: "ALK", SplitFrags: "3", Filter: "PASS" }),
    { failedFilters: [] },
  ],
  ["fusion-list", "five_prime,three_prime,in_frame,reads\nEML4,ALK,no,12\n", { inFrame: false }],
];

describe("a table of fusions", () => {
  test.each(formats)(
    "of %s is known by its columns alone and gives both genes",
    async (id, text, more) => {
      const read = await readFusions(text);
      expect(read.id).toBe(id);
      expect(read.table.rows).toMatchObject([
        { fivePrime: "EML4", threePrime: "ALK", line: 2, ...more },
      ]);
      expect(read.table.counts).toEqual({ read: 1, refused: 0, setAside: 0 });
    },
  );

  test("gives genes without the ids and marks that programs write beside them", async () => {
    const genes = async (cell: string) => {
      const { table } = await readFusions(
        `FusionGene\tLeftBreakpoint\tRightBreakpoint\n${cell}\t.\t.\n`,
      );
      return table.rows.map(({ fivePrime, threePrime }) => [fivePrime, threePrime]);
    };
    expect(await genes("EML4^ENSG1--ALK^ENSG2")).toEqual([["EML4", "ALK"]]);
    expect(await genes("IGH@--MYC")).toEqual([["IGH", "MYC"]]);
    expect(await genes("IGH.g@-ext--HLA-A")).toEqual([["IGH", "HLA-A"]]);
    expect(await genes("--ALK")).toEqual([[null, "ALK"]]);
    expect(await genes("FGFR2--")).toEqual([["FGFR2", null]]);
    expect(await genes("--")).toEqual([]);
  });

  test("leaves the order open where Arriba does not know the direction of transcription", async () => {
    const { table } = await readFusions(
      "#gene1\tgene2\tstrand1(gene/fusion)\tbreakpoint1\tbreakpoint2\tconfidence\nA\tB(12),C(9)\t+/.\t1:1\t1:2\tlow\n",
    );
    expect(table.rows).toMatchObject([{ fivePrime: "A", threePrime: null, isOrdered: false }]);
  });

  test("refuses a row whose number or place cannot be read, and no other", async () => {
    const { table, problems } = await readFusions(
      "FusionGene\tLeftBreakpoint\tRightBreakpoint\tSplitReads\nA--B\t2:x\t2:1\t3\nA--B\t2:1\t2:1\t0x10\nA--B\t2:1\t2:1\t3\n",
    );
    expect(table.counts).toEqual({ read: 3, refused: 2, setAside: 0 });
    expect(problems.map(({ code, where }) => [code, where?.line, where?.column])).toEqual([
      ["fusion-place-malformed", 2, 2],
      ["fusion-number-malformed", 3, 4],
    ]);
    const again = readFusions("five_prime,three_prime,reads\nA,B,1.5\n", { strict: true });
    expect(await refusalOf(again)).toBe("input fusion-number-malformed");
  });

  test("of several samples is read for the one that is asked for", async () => {
    const text = "Sample_Id\tSite1_Hugo_Symbol\tSite2_Hugo_Symbol\nS1\tA\tB\nS2\tC\tD\n";
    const { table } = await readFusions(text, { sample: "S2" });
    expect(table.rows).toMatchObject([{ fivePrime: "C", line: 3 }]);
    expect(await refusalOf(readFusions(text))).toBe("usage fusion-sample-undecided");
    expect(await refusalOf(readFusions(text, { sample: "S3" }))).toBe(
      "identity fusion-sample-missing",
    );
  });

  test("sets aside what the file itself calls germline, and junctions of no genes", async () => {
    const germline = await readFusions(
      "Sample_Id\tSite1_Hugo_Symbol\tSite2_Hugo_Symbol\tSV_Status\nS1\tA\tB\tGERMLINE\n",
    );
    expect(germline.table.passedOver).toMatchObject([{ code: "sv-germline", count: 1 }]);
    const squid = await readFusions("# chrom1\tType\tFusedGenes\n1\tnon-fusion-gene\t.\n");
    expect(squid.table.passedOver).toMatchObject([{ code: "junction-without-genes" }]);
  });
});
