import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ByteSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { type EvidenceRequests, noEvidence } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));

function file(name: string, text: string): { readonly source: ByteSource } {
  async function* bytes() {
    yield Buffer.from(text);
  }
  return { source: { name, path: null, open: null, chunks: bytes } };
}

async function interpret(evidence: Partial<EvidenceRequests>): Promise<Report> {
  const request = {
    ...noEvidence,
    ...evidence,
    id: "case",
    tumorType: "LUAD",
    assembly: "GRCh38",
    protein: [],
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    toolVersion: "0",
  } as const;
  return await interpretCase(request, knowledgebase);
}

const list = (...pairs: string[]) =>
  file("fusions.csv", `five_prime,three_prime,in_frame,reads\n${pairs.join("\n")}\n`);
const starFusion = (name: string) =>
  file(
    "star.tsv",
    `#FusionName\tJunctionReadCount\tSpanningFragCount\tLeftBreakpoint\tRightBreakpoint\n${name}\t20\t5\tchr1:1000:+\tchr2:2000:-\n`,
  );
const rankedBy = ({ targets }: Report): string[] => [
  ...new Set(targets.flatMap(({ alterations }) => alterations.map(({ label }) => label))),
];

describe("a kinase as the 5' partner of a stated order", () => {
  test.each([
    ["ALK", list("ALK,EML4,yes,20")],
    ["RET", list("RET,KIF5B,yes,20")],
    ["ROS1", list("ROS1,CD74,yes,20")],
    ["NTRK1", starFusion("NTRK1--TPM3")],
  ])("leaves the statements of %s open, and is filed under it", async (gene, fusions) => {
    const report = await interpret({ fusions: [fusions] });
    expect(rankedBy(report)).toEqual([]);
    expect(report.findings.map((finding) => finding.gene)).toEqual([gene]);
    const gap = report.notAssessed.find(({ code }) => code === "kinase-first");
    expect(gap?.genes).toEqual([gene]);
  });

  test("ranks where the other product was seen, where the order is not stated, and for kinases that may come first", async () => {
    const both = await interpret({ fusions: [list("ALK,EML4,yes,20", "EML4,ALK,yes,5")] });
    expect(rankedBy(both)).toEqual(["EML4::ALK"]);
    const unordered = file(
      "sv.txt",
      "Sample_Id\tSite1_Hugo_Symbol\tSite2_Hugo_Symbol\tSite2_Effect_On_Frame\nS\tALK\tEML4\tIn_frame\n",
    );
    expect(rankedBy(await interpret({ fusions: [unordered] }))).toEqual(["ALK::EML4"]);
    const fgfr2 = await interpret({ fusions: [list("FGFR2,BICC1,yes,20")] });
    expect(rankedBy(fgfr2)).toEqual(["FGFR2::BICC1"]);
    expect(fgfr2.findings.map(({ gene }) => gene)).toEqual(["FGFR2"]);
  });
});

test("a junction that ends behind its chromosome is a problem and decides nothing; a telomere is none", async () => {
  const junction = (mate: string) =>
    file(
      "sv.vcf",
      `##fileformat=VCFv4.2\n##contig=<ID=chr7,length=159345973>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr7\t140734770\ta\tN\tN[${mate}[\t.\tPASS\tSVTYPE=BND\n`,
    );
  const beyond = await interpret({ structuralVariants: [junction("chr7:99999999999")] });
  expect(beyond.problems.map(({ code, severity, where }) => [code, severity, where?.line])).toEqual(
    [["position-beyond-contig", "warning", 4]],
  );
  expect(beyond.findings).toEqual([]);
  expect(beyond.setAside).toMatchObject([{ code: "position-beyond-contig", count: 1 }]);
  const telomere = await interpret({ structuralVariants: [junction("chr7:159345974")] });
  expect(telomere.problems).toEqual([]);
  const fusions = starFusion("EML4--ALK");
  const placed = await interpret({ fusions: [fusions] });
  expect(placed.problems).toEqual([]);
});
