import { describe, expect, test } from "vitest";
import { tso500Copies } from "../../../src/read/copy-number/tso500-copies.ts";
import { readers } from "../../../src/read/readers.ts";
import { tso500Markers } from "../../../src/read/status/tso500-markers.ts";
import { tso500Variants } from "../../../src/read/lists/tso500-variants.ts";
import { readCopyNumbers, statedOf } from "./copy-number/read-copy-number-text.ts";
import { readList } from "./lists/read-list.ts";
import { readEvidenceText } from "./read-evidence-text.ts";
import { readFusions, refusalOf } from "./structural/read-structural-text.ts";

/** Each line is filled up with tabs to the widest section, as the program writes it. */
const padded = (lines: readonly string[]): string =>
  lines.map((line) => `${line}${"\t".repeat(10 - line.split("\t").length + 1)}\n`).join("");

const head = [
  "TruSight Oncology 500 - Combined Variant Output",
  "For Research Use Only. Not for use in diagnostic procedures.",
  "",
  "[Analysis Details]",
  "Pair ID\tP1",
  "DNA Sample ID\tP1-D",
  "RNA Sample ID\tP1-R",
  "",
];
const markers = [
  "[TMB]",
  "Total TMB\t12.6",
  "Coding Region Size in Megabases\t1.28",
  "",
  "[MSI]",
  "Usable MSI Sites\t125",
  "Percent Unstable MSI Sites\tNA",
  "",
  "[GIS]",
  "Genomic Instability Score\t31",
  "Tumor Fraction\t62",
  "",
];
const copies = ["[Gene Amplifications]", "Gene\tFold Change", "ERBB2\t4", "MET\t2", ""];
const splice = [
  "[Splice Variants]",
  "Gene\tAffected Exon\tBreakpoint 1\tBreakpoint 2\tSplice Supporting Reads\tReference Reads Transcript",
  "AR\t\tchrX:66905968\tchrX:66914514\t27\t573",
  "EGFR\t2-7/28\tchr7:55087058\tchr7:55223522\t64\t1",
  "MET\t14\tchr7:116411708\tchr7:116414934\t91\t1",
  "",
];
const fusionHead =
  "Gene Pair\tBreakpoint 1\tBreakpoint 2\tFusion Supporting Reads\tGene 1 Reference Reads\tGene 2 Reference Reads";
const fusions = (...rows: readonly string[]) => ["[Fusions]", fusionHead, ...rows, ""];
const variantHead =
  "Gene\tChromosome\tGenomic Position\tReference Call\tAlternative Call\tAllele Frequency\tDepth\tP-Dot Notation\tC-Dot Notation\tConsequence(s)\tAffected Exon(s)";
const variants = [
  "[Small Variants]",
  variantHead,
  "BRAF\tchr7\t140453136\tA\tT\t0.3112\t540\tNP_004324.2:p.(Val600Glu)\tNM_004333.4:c.1799T>A\tmissense_variant\t15/18",
  "MTOR\tchr1\t11288758\tG\tA\t0.7\t1388\tNM_004958.3:c.2997C>T(p.(Asn999=))\tNM_004958.3:c.2997C>T\tsynonymous_variant\t19/58",
  "\tchr9\t19072413\tCA\tC\t1\t1404",
  "",
];
const whole = padded([
  ...head,
  ...markers,
  ...copies,
  ...splice,
  ...fusions("EML4-ALK\tchr2:42522654\tchr2:29446394\t75\t749\t9"),
  ...variants,
]);

describe("a combined variant output", () => {
  test("is one of variants, markers, copy numbers and fusions, and nothing else", () => {
    const claiming = readers.filter((reader) => reader.detect(whole)).map(({ id }) => id);
    expect(claiming).toEqual([
      "tso500-variants",
      "tso500-copies",
      "tso500-markers",
      "tso500-fusions",
    ]);
    const dragen =
      "DRAGEN TruSight Oncology 500 v2.6.2 Analysis Software - Combined Variant Output";
    expect(tso500Copies.detect(`${dragen}\t\t\n`)).toBe(true);
  });

  test("gives its small variants with alleles, reads, names and lines", async () => {
    const { records, counts, header } = await readList(tso500Variants, whole);
    expect(counts).toEqual({ read: 3, outside: 0, refused: 0 });
    const calls = records.flatMap((record) => record.calls);
    expect(calls.map(({ given }) => Object.values(given).join(" "))).toEqual([
      "7 140453136 A T",
      "1 11288758 G A",
      "9 19072413 CA C",
    ]);
    expect(calls[0]).toMatchObject({
      support: { vaf: 0.3112, depth: 540 },
      provenance: { line: 38, sample: "P1-D" },
      annotations: [
        {
          entries: [
            "BRAF|NM_004333.4|missense_variant|NP_004324.2:p.(Val600Glu)|NM_004333.4:c.1799T>A|15/18||1|",
          ],
        },
      ],
    });
    expect(calls[1]?.annotations[0]?.entries[0]).toContain("|p.(Asn999=)|");
    expect(header.tumorSample?.name).toBe("P1-D");
    expect(header.alsoHolds?.map(({ key, sections }) => [key, ...sections])).toEqual([
      ["status", "TMB", "MSI", "GIS"],
      ["cnv", "Gene Amplifications"],
      ["fusion", "Fusions", "Splice Variants"],
    ]);
  });

  test("is of the sample that is asked for, by the name of its DNA, its RNA or the pair", async () => {
    for (const name of ["P1", "P1-D", "P1-R"]) {
      const read = await readList(tso500Variants, whole, { tumorSample: name });
      expect(read.header.tumorSample?.name).toBe(name);
      const { table } = await readFusions(whole, { caseNames: { tumorSample: name } });
      expect(table.sample).toBe(name);
    }
    const other = readFusions(whole, { caseNames: { tumorSample: "P2" } });
    expect(await refusalOf(other)).toBe("identity fusion-sample-missing");
  });

  test("gives the markers that have a value, each with its unit and without a verdict", async () => {
    const { table } = await readEvidenceText(tso500Markers, whole);
    expect(table.rows).toMatchObject([
      { line: 10, marker: "TMB", value: 12.6, unit: "mutations/Mb", status: null },
      { line: 18, marker: "HRD", value: 31, unit: "genomic instability score", status: null },
    ]);
    expect(table.counts).toEqual({ read: 2, refused: 0, setAside: 0 });
  });

  test("gives fold changes as log2 ratios, and copies where the program states them", async () => {
    const { table } = await readCopyNumbers(whole);
    expect(statedOf(table)).toEqual([
      { line: 23, gene: "ERBB2", log2: 2 },
      { line: 24, gene: "MET", log2: 1 },
    ]);
    const later = padded([
      ...head,
      "[Copy Number Variants]",
      "Gene\tFold Change\tCopy Number Variant\tAbsolute Copy Number",
      "BETA FEATURE: see the guide",
      "ERBB2\t4\t<DUP>\t14",
      "PTEN\t0.5\t<DEL>\tNA",
    ]);
    expect(statedOf((await readCopyNumbers(later)).table)).toEqual([
      { line: 12, gene: "ERBB2", copies: 14 },
      { line: 13, gene: "PTEN", log2: -1 },
    ]);
  });

  test("gives splice variants as exons that are lost, and fusions with each gene of a place", async () => {
    const rows = fusions(
      "EML4-ALK\tchr2:42522654\tchr2:29446394\t75\t749\t9",
      "CD74-ROS1;GOPC\tchr5:149784243\tchr6:117645578\t96\t2\t0",
      "PPARG/AC016683.6;PAX8\tchr3:12421199\tchr2:113992971\t182\t11\t0",
      "NKX2-1-ROS1\tchr14:36986656\tchr6:117645578\t9\t2\t0",
    );
    const { table, problems } = await readFusions(padded([...head, ...splice, ...rows]));
    const told = table.rows.map(({ fivePrime, threePrime, isOrdered, exons, support }) =>
      [fivePrime, threePrime, isOrdered, exons?.join("-"), support.junctionReads].join(" "),
    );
    expect(told).toEqual([
      "AR AR true  27",
      "EGFR EGFR true 1-8 64",
      "MET MET true 13-15 91",
      "EML4 ALK true  75",
      "CD74 ROS1 true  96",
      "CD74 GOPC true  96",
      "PPARG AC016683.6 false  182",
      "PPARG PAX8 false  182",
    ]);
    expect(problems).toMatchObject([{ code: "fusion-pair-ambiguous", where: { line: 20 } }]);
  });

  test("with a lone NA has no rows, and without a section is refused with those that it has", async () => {
    const unknown = ["[TMB]", "Total TMB\tNA", "Coding Region Size in Megabases\tNA", ""];
    const none = [...unknown, ...fusions("NA"), "[Small Variants]", "NA"];
    const nothing = padded([...head, ...none]);
    expect((await readFusions(nothing)).table.counts.read).toBe(0);
    const read = await readList(tso500Variants, nothing);
    expect([read.counts.read, read.header.alsoHolds]).toEqual([0, []]);
    const open = readList(tso500Variants, padded(head));
    expect(await refusalOf(open)).toBe("input section-missing");
    const cut = padded([...head, "[Fusions]", "Gene Pair\tBreakpoint 1"]);
    expect(await refusalOf(readFusions(cut))).toBe("input columns-missing");
  });
});

test("all candidates of TruSight Oncology 500 are filtered where the program does not keep them", async () => {
  const names =
    "Caller,Gene A,Gene B,Gene A Breakpoint,Gene B Breakpoint,Filter,Alt Split,Alt Pair,KeepFusion,Alt Split Dedup,Alt Pair Dedup,Fusion Directionality Known";
  const { id, table } = await readFusions(
    [
      "# Source = FusionProcessor 1.0.0.614",
      "# Caller = The algorithm used to identify the fusion.",
      names,
      "DRAGEN,PVT1,MYC,chr8:128806980,chr8:128750494,PASS;LOW_ALT_TO_REF,N/A,N/A,True,6,1,True",
      "SpliceGirl,KMT2A,TMEM25,chr11:118392053,chr11:118406110,N/A,2,N/A,False,N/A,N/A,False",
      "DRAGEN,RP11-458D21.5;NOTCH2NL,SUSD4,chr1:145209436,chr1:223442017,FAIL;LOW_SCORE,N/A,N/A,False,1,0,True",
      "",
    ].join("\n"),
  );
  expect(id).toBe("tso500-all-fusions");
  const told = table.rows.map(({ fivePrime, threePrime, isOrdered, failedFilters, support }) => [
    `${fivePrime}::${threePrime}`,
    isOrdered,
    failedFilters.join(),
    support.junctionReads,
    support.spanningReads,
  ]);
  expect(told).toEqual([
    ["PVT1::MYC", true, "", 6, 1],
    ["KMT2A::TMEM25", false, "KeepFusion False", 2, null],
    ["RP11-458D21.5::SUSD4", true, "LOW_SCORE", 1, 0],
    ["NOTCH2NL::SUSD4", true, "LOW_SCORE", 1, 0],
  ]);
});
