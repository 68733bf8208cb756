import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import { fileSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import { type CaseRequest, noEvidence } from "../../../src/run/case-request.ts";
import { explainCase } from "../../../src/run/explain-case.ts";

const root = join(import.meta.dirname, "../../..");
const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const request: CaseRequest = {
  id: "case",
  tumorType: "COAD",
  variants: fileSource(join(root, "fixtures/cases/colorectal-liver-braf/metastasis.vcf")),
  ...noEvidence,
  protein: [],
  includeFiltered: false,
  strict: false,
  allowTruncated: false,
  models: packed.of,
  toolVersion: "0",
};
const explain = async (gene: string, change: string) =>
  await explainCase(request, { gene, change }, knowledgebase);

describe("explainCase", () => {
  test("judges a variant of the case, however it is written", async () => {
    for (const change of ["V600E", "p.Val600Glu", "c.1799T>A"]) {
      const { isInCase, statements } = await explain("BRAF", change);
      expect(isInCase).toBe(true);
      expect(statements[0]?.state).toBe("met");
      expect(statements.every(({ reason }) => reason.endsWith("."))).toBe(true);
    }
  });

  test("judges a variant that the case lacks as if it were there, and says so", async () => {
    const { isInCase, labels, statements } = await explain("EGFR", "L861Q");
    expect(isInCase).toBe(false);
    expect(labels).toEqual(["EGFR L861Q"]);
    const exon = statements.find(
      ({ state, reason }) => state === "unmet" && /exon 19/i.test(reason),
    );
    expect(exon?.reason).toContain("Residue 861 lies outside");
    const same = statements.find(({ statement }) => statement.variant.label === "L861Q");
    expect(same?.state).toBe("met");
  });

  test("tells the level at which a statement that is met counts, or why at none", async () => {
    const { statements } = await explain("EGFR", "V851I");
    const met = statements.filter(({ state }) => state === "met");
    const wide = met.filter(({ statement }) => statement.variant.label === "mutation");
    expect(wide.length).toBeGreaterThan(5);
    for (const { weight } of wide.filter(({ statement }) => statement.predicate === "sensitivity"))
      expect(weight.join(" ")).toContain("so it is not tiered and blocks nothing");
    const braf = await explain("BRAF", "V600E");
    expect(braf.statements.flatMap(({ weight }) => weight).join(" ")).toMatch(
      /colorectal cancer includes the tumor type of the case: AMP level A, tier I/,
    );
    expect(
      statements.filter(({ state }) => state !== "met").flatMap(({ weight }) => weight),
    ).toEqual([]);
  });

  test("lets the variants of other genes count where a statement asks for a combination", async () => {
    const [alone] = knowledgebase.statements.filter(
      ({ gene, variant }) => gene === "BRAF" && variant.label === "V600E",
    );
    if (alone === undefined) throw new Error("no statement on BRAF V600E");
    const change = (gene: string, text: string) =>
      ({ type: "protein-change", gene, change: text }) as const;
    const constraints = [change("BRAF", "V600E"), change("TP53", "R175H")];
    const combined = { ...alone, variant: { ...alone.variant, constraints } };
    const explained = await explainCase(
      request,
      { gene: "BRAF", change: "V600E" },
      { ...knowledgebase, statements: [combined] },
    );
    expect(explained.statements.map(({ state }) => state)).toEqual(["met"]);
    expect(explained.labels).toEqual(["BRAF V600E"]);
  });

  test("tells the oncogenicity of what it judges, also of what the case lacks", async () => {
    for (const [gene, change, lines] of [
      ["BRAF", "V600E", /^OS1=met /],
      ["EGFR", "L861Q", /^OS1=met /],
    ] as const) {
      const { oncogenicity } = await explain(gene, change);
      expect(oncogenicity.map(({ label }) => label)).toEqual([`${gene} ${change}`]);
      const criteria = oncogenicity[0]?.judged.criteria.filter(({ code }) => code === "OS1");
      expect(criteria?.map(({ code, state }) => `${code}=${state} `).join("")).toMatch(lines);
    }
    expect((await explain("ERBB2", "")).oncogenicity).toEqual([]);
  });

  test("does not judge a residue that the gene does not have", async () => {
    await expect(explain("EGFR", "K861Q")).rejects.toThrow(
      "no EGFR K861Q: residue 861 of ENST00000275493.7 is L, not K",
    );
  });

  test("judges by its name what no allele is known for, and says why", async () => {
    const { notes, labels, statements } = await explain("EGFR", "L747_P753delinsS");
    expect(labels).toEqual(["EGFR L747_P753delinsS"]);
    expect(notes).toEqual([
      "this kind of change (delins) is made by too many changes of the DNA to list",
    ]);
    expect(statements.some(({ state }) => state === "met")).toBe(true);
  });

  test("refuses what is no change", async () => {
    await expect(explain("EGFR", "nonsense words")).rejects.toThrow(Refusal);
  });

  test("judges by everything that the case holds: stains, statuses and what was read", async () => {
    const folder = join(root, "fixtures/cases/colon-peritoneum-msi");
    const whole: CaseRequest = {
      ...request,
      variants: fileSource(join(folder, "metastasis.vcf")),
      ihc: [{ source: fileSource(join(folder, "ihc.csv")) }],
      callable: [{ source: fileSource(join(folder, "panel.bed")) }],
    };
    const stained = await explainCase(whole, { gene: "ERBB2", change: "" }, knowledgebase);
    const low = stained.statements.find(({ statement }) => statement.variant.id === "ERBB2:low");
    expect(low?.state).toBe("met");
    const read = await explainCase(whole, { gene: "KRAS", change: "" }, knowledgebase);
    expect(read.statements.map(({ reason }) => reason).join(" ")).toContain(
      "KRAS codons 117 and 146 not covered by panel.bed.",
    );
  });
});
