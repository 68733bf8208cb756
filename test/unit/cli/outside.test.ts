import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { makeRequest } from "../../../src/cli/request/make-request.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { reportSchema } from "../../../src/model/report.ts";
import { html } from "../../../src/report/render/html.tsx";
import { markdown } from "../../../src/report/render/markdown.ts";
import { tsv } from "../../../src/report/render/tsv.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));
const bundled = join(import.meta.dirname, "../../../fixtures/cases/colorectal-liver-braf");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-outside-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Made-up rows and drugs under the columns of the OncoKB annotator. */
const header =
  "Hugo_Symbol\tHGVSp_Short\tTumor_Sample_Barcode\tNCBI_Build\tChromosome\tStart_Position\tReference_Allele\tTumor_Seq_Allele2\tONCOGENIC\tLEVEL_1\tHIGHEST_LEVEL";
const rowOf = (gene: string, change: string, rest = "\t\t\t\t"): string =>
  `${gene}\t${change}\tT\t${rest}\tOncogenic\tMadeupinib\tLEVEL_1`;
const oncokb = (...rows: string[]): string => `${[header, ...rows].join("\n")}\n`;

async function annotate(input: string, ...outside: string[]): Promise<Report> {
  const options = { protein: [], includeFiltered: false, strict: false, allowTruncated: false };
  const surroundings = { stdin: makeTestTerminal().stdin, toolVersion: "0.0.0" };
  const request = await makeRequest(input, { ...options, outside }, surroundings);
  return await interpretCase(request, knowledgebase);
}

const caseFile = join(bundled, "case.json");

test("an outside call stands beside its finding and changes nothing else of the report", async () => {
  const path = write("own.maf", oncokb(rowOf("BRAF", "p.Val600Glu"), rowOf("NOGENE", "p.A1C")));
  const before = await annotate(caseFile);
  const after = await annotate(caseFile, path);
  expect(reportSchema.parse(after)).toEqual(after);
  const found = after.findings.filter(({ outside }) => outside !== undefined);
  expect(found).toMatchObject([
    {
      label: "BRAF V600E",
      outside: [
        {
          source: "OncoKB annotator",
          file: "own.maf",
          line: 2,
          matchedBy: "protein change",
          levels: [{ level: "level 1", drugs: "Madeupinib" }],
          oncogenic: "Oncogenic",
          effect: null,
        },
      ],
    },
  ]);
  expect(after.counts.outside).toEqual({
    read: 2,
    matched: 1,
    notMatched: 1,
    setAside: 0,
    refused: 0,
  });
  expect(after.inputs.filter(({ role }) => role === "outside-calls")).toMatchObject([
    {
      name: "own.maf",
      format: "oncokb-annotated",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
    },
  ]);
  const unmatched = after.setAside.filter(({ code }) => code === "outside-call-without-finding");
  expect(unmatched).toMatchObject([
    {
      count: 1,
      what: expect.stringContaining("level 1"),
      examples: [{ label: "NOGENE p.A1C", line: 3 }],
    },
  ]);
  const without = ({ findings, counts, inputs, setAside, method, problems, ...rest }: Report) => ({
    ...rest,
    // The case's sample is called TUMOR, and that of the table T.
    problems: problems.filter(({ code }) => code !== "outside-sample-unchecked"),
    findings: findings.map(({ outside: _, ...finding }) => finding),
    counts: { ...counts, outside: undefined },
    inputs: inputs.filter(({ role }) => role !== "outside-calls"),
    setAside: setAside.filter(({ code }) => code !== "outside-call-without-finding"),
    method: method.filter(({ name }) => name !== "Outside calls"),
  });
  expect(without(after)).toEqual(without(before));
  expect(JSON.stringify(before)).not.toContain("outside");
});

test("the allele decides before the names, whatever gene and change the row says", async () => {
  const allele = "GRCh38\tchr7\t140753336\tA\tT";
  const other = "GRCh37\tchr7\t140753336\tA\tT";
  const path = write("allele.maf", oncokb(rowOf("OTHER", "", allele), rowOf("OTHER", "", other)));
  const { findings, counts } = await annotate(caseFile, path);
  const found = findings.flatMap(({ label, outside = [] }) =>
    outside.map((call) => [label, call.line, call.matchedBy]),
  );
  expect(found).toEqual([["BRAF V600E", 2, "allele"]]);
  expect(counts.outside).toMatchObject({ matched: 1, notMatched: 1 });
});

test("a deletion is the same with the anchor base of a VCF and without it, as a MAF has it", async () => {
  const vcf = write(
    "deletion.vcf",
    "##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr7\t55174771\t.\tAGGAATTAAGAGAAGC\tA\t.\tPASS\t.\n",
  );
  const stated = "GRCh38\t7\t55174772\tGGAATTAAGAGAAGC\t-";
  const beside = "GRCh38\t7\t55174773\tGAATTAAGAGAAGCA\t-";
  const path = write("deletion.maf", oncokb(rowOf("X", "", stated), rowOf("X", "", beside)));
  const { findings } = await annotate(vcf, path);
  expect(findings.flatMap(({ outside = [] }) => outside)).toMatchObject([
    { line: 2, matchedBy: "allele" },
  ]);
});

test("the TSV has the levels of each alteration in its last column", async () => {
  const none = rowOf("APC", "p.R1450*").replace("Madeupinib\tLEVEL_1", "\t");
  const report = await annotate(caseFile, write("tsv.maf", oncokb(rowOf("BRAF", "p.V600E"), none)));
  const [head = "", ...lines] = tsv.render(report).trimEnd().split("\n");
  const at = (name: string): number => head.split("\t").indexOf(name);
  const told = new Map(
    lines
      .map((line) => line.split("\t"))
      .map((cells) => [cells[at("alteration")], cells[at("outside_levels")]]),
  );
  expect(told.get("BRAF V600E")).toBe("OncoKB annotator level 1: Madeupinib");
  expect(told.get("APC R1450*")).toBe("OncoKB annotator no level: Oncogenic");
  expect(told.get("TP53 R175H")).toBe("");
});

test("--outside-sample names the sample of a table of several, and is refused without a table", async () => {
  const two = write(
    "two.maf",
    oncokb(rowOf("BRAF", "p.V600E"), rowOf("BRAF", "p.V600E").replace("\tT\t", "\tU\t")),
  );
  const run = async (...args: string[]) => {
    const terminal = makeTestTerminal();
    const code = await main(["annotate", caseFile, "--format", "json", ...args], terminal);
    return { code, out: terminal.outText(), err: terminal.errText() };
  };
  const kb = ["--kb", join(import.meta.dirname, "../../../knowledgebase"), "--no-models"];
  const chosen = await run("--outside", two, "--outside-sample", "U", ...kb);
  expect(chosen.code).toBe(0);
  const { findings }: Report = JSON.parse(chosen.out);
  expect(findings.flatMap(({ outside = [] }) => outside.map(({ line }) => line))).toEqual([3]);
  const missing = await run("--outside", two, ...kb);
  expect(missing.code).toBe(6);
  expect(missing.err).toContain("--outside-sample NAME");
  const alone = await run("--outside-sample", "U", ...kb);
  expect([alone.code, alone.err]).toEqual([2, expect.stringContaining("--outside FILE")]);
}, 60_000);

test("Markdown and HTML show it in one line, escaped, and say once whose it is", async () => {
  const hostile = rowOf("BRAF", "p.V600E").replace("Madeupinib", "<b>Madeupinib</b>|x");
  const report = await annotate(caseFile, write("hostile.maf", oncokb(hostile)));
  const [page, text] = [html.render(report), markdown.render(report)];
  expect(page).toContain("level 1: &lt;b>Madeupinib");
  expect(page).not.toContain("<b>Madeupinib");
  expect(text).toContain("outside call, OncoKB annotator (hostile.maf, line 2): level 1: ");
  expect(text).toContain("level 1: \\<b>Madeupinib\\</b>\\|x");
  for (const written of [page, text])
    expect(written.split("ships none of that content").length).toBe(2);
});

test("copy numbers and fusions are matched by gene and kind of change, partners in either order", async () => {
  const cna = write(
    "cna.txt",
    "SAMPLE_ID\tHUGO_SYMBOL\tALTERATION\tONCOGENIC\tHIGHEST_LEVEL\nT\tERBB2\tAmplification\tOncogenic\tLEVEL_1\nT\tERBB2\tDeletion\tUnknown\tLEVEL_4\n",
  );
  const sv = write(
    "sv.txt",
    "Tumor_Sample_Barcode\tGeneA\tGeneB\tONCOGENIC\tHIGHEST_LEVEL\nT\tALK\tEML4\tOncogenic\tLEVEL_1\n",
  );
  const copies = write("copies.txt", "Hugo_Symbol\tSample_Id\tValue\nERBB2\tT\t2\n");
  const fusions = write("fusions.csv", "five_prime,three_prime\nEML4,ALK\n");
  const input = write(
    "case.json",
    JSON.stringify({
      id: "c",
      cnv: [{ file: copies, sample: "T" }],
      fusion: [{ file: fusions }],
      outside: [{ file: cna }, { file: sv }],
    }),
  );
  const { findings, counts } = await annotate(input);
  const found = findings.flatMap(({ kind, outside = [] }) =>
    outside.map(({ name }) => [kind, name]),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      ["copy-number", "ERBB2 Amplification"],
      ["fusion", "ALK::EML4"],
    ]),
  );
  expect(counts.outside).toMatchObject({ read: 3, matched: 2, notMatched: 1 });
});

test("outside calls are no case by themselves", async () => {
  const path = write("alone.maf", oncokb(rowOf("BRAF", "p.V600E")));
  const input = write("alone.json", JSON.stringify({ id: "c", outside: [{ file: path }] }));
  await expect(annotate(input)).rejects.toMatchObject({ problems: [{ code: "case-empty" }] });
});

test("check reads a file of outside calls as that where a case says so, and tells of both readings alone", async () => {
  const path = write("bad.maf", oncokb(rowOf("BRAF", "p.V600E"), rowOf("", "p.V600E")));
  write("named.json", JSON.stringify({ id: "c", variants: path, outside: [{ file: "bad.maf" }] }));
  const run = async (...args: string[]): Promise<string> => {
    const terminal = makeTestTerminal();
    await main(args, terminal);
    return terminal.outText();
  };
  expect(await run("check", join(folder, "named.json"))).toContain(
    "(oncokb-annotated, 2 records read, 1 of them refused)",
  );
  expect(await run("check", path)).toContain("oncokb-annotated");
});
