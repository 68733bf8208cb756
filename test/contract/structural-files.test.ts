import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { fileSource } from "../../src/io/byte-source.ts";
import { readBytes } from "../../src/io/read-files.ts";
import type { Knowledgebase } from "../../src/knowledgebase/knowledgebase.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import { Refusal } from "../../src/model/refusal.ts";
import type { Report } from "../../src/model/report.ts";
import { findReader } from "../../src/read/find-reader.ts";
import { noEvidence, type CaseRequest } from "../../src/run/case-request.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { shared } from "./check-shared-file.ts";

const folder = `${shared}data`;
const repository = join(import.meta.dirname, "../..");
const sv = "sv/svannotation";

type Expected = readonly [file: string, format: string, sample: string | null, counts: string];

/** Public files of structural variants, used in place where they are: records read, refused and set aside. */
const structuralFiles: readonly Expected[] = [
  [`${sv}/COLO829.10X.longranger.largeSVs.vcf`, "sv-vcf", null, "6 0 1"],
  [`${sv}/COLO829.nanopore.sniffles.vcf`, "sv-vcf", null, "7 0 4"],
  [`${sv}/COLO829T.purple.sv.ann.vcf.gz`, "sv-vcf", "COLO829T.realigned.bam", "178 0 0"],
  [`${sv}/MT.vcf`, "sv-vcf", null, "6 0 0"],
  [`${sv}/breakdancer-1.4.5.vcf`, "sv-vcf", null, "9 0 0"],
  [`${sv}/breakend.vcf`, "sv-vcf", null, "6 0 0"],
  [`${sv}/colo829_somatic_gridss.vcf.gz`, "sv-vcf", "COLO829v003T_dedup.realigned.bam", "221 0 0"],
  [`${sv}/colo829_somatic_manta.vcf`, "sv-vcf", "COLO829T", "431 0 10"],
  [`${sv}/colo829_somatic_novobreak.vcf.gz`, "sv-vcf", null, "609 0 0"],
  [`${sv}/crest.vcf`, "sv-vcf", null, "5 0 0"],
  [`${sv}/delly-0.6.8.vcf`, "sv-vcf", null, "4 0 0"],
  [`${sv}/gridss-missingPartner.vcf`, "sv-vcf", null, "3 0 0"],
  [`${sv}/gridss-na12878.vcf`, "sv-vcf", null, "60 0 0"],
  [`${sv}/gridss.vcf`, "sv-vcf", null, "8 0 0"],
  [`${sv}/multipleAltSVs.vcf`, "sv-vcf", null, "4 0 3"],
  [`${sv}/na12878_chr22_Sudmunt2015.vcf`, "sv-vcf", null, "59 0 0"],
  [`${sv}/na12878_chr22_crest.vcf`, "sv-vcf", null, "27 0 0"],
  [`${sv}/pindel-0.2.5b6.vcf`, "sv-vcf", null, "5 0 3"],
  [`${sv}/representations.vcf`, "sv-vcf", null, "5 0 1"],
  [`${sv}/simple.vcf`, "sv-vcf", null, "10 0 5"],
  [`${sv}/tigra-0.3.7.vcf`, "sv-vcf", null, "4 0 0"],
  [`${sv}/vcf4.2.example.sv.vcf`, "sv-vcf", null, "6 0 2"],
  ["hartwig_orange_run/tumor_sample.purple.sv.vcf.gz", "sv-vcf", "tumor_sample", "543 0 0"],
  ["hartwig_orange_run/tumor_sample.linx.svs.tsv", "linx-svs", null, "92 0 0"],
];

/** Records with sample columns and without them in one file. */
const refusedFiles = [`${sv}/manta-0.29.6.vcf`, `${sv}/manta-1.1.1.vcf`];

const fusionFiles: readonly Expected[] = [
  ["fusion/fusion_report/arriba.tsv", "arriba", null, "14 0 0"],
  ["fusion/fusion_report/ctat_lr_fusion.tsv", "ctat-lr-fusion", null, "12 0 0"],
  ["fusion/fusion_report/dragen.tsv", "dragen-fusion", null, "5 0 0"],
  ["fusion/fusion_report/ericscript.tsv", "ericscript", null, "12 0 0"],
  ["fusion/fusion_report/fusioncatcher.txt", "fusioncatcher", null, "22 0 0"],
  ["fusion/fusion_report/jaffa.csv", "jaffa", null, "12 0 0"],
  ["fusion/fusion_report/pizzly.tsv", "pizzly", null, "8 0 0"],
  ["fusion/fusion_report/squid.txt", "squid", null, "9 0 1"],
  ["fusion/fusion_report/starfusion.tsv", "star-fusion", null, "12 0 0"],
  ["fusion/pcgr_T001/T001-BRCA.grch37.fusions.tsv", "pcgr-fusion", null, "13 0 0"],
  ["fusion/pcgr_T001/T001-BRCA.grch38.fusions.tsv", "pcgr-fusion", null, "9 0 0"],
  ["fusion/pcgr_T001/T001-COAD.grch37.fusions.tsv", "pcgr-fusion", null, "13 0 0"],
  ["fusion/pcgr_T001/T001-COAD.grch38.fusions.tsv", "pcgr-fusion", null, "9 0 0"],
  ["hartwig_orange_run/tumor_sample.linx.fusion.tsv", "linx-fusion", null, "12 0 0"],
  ["hartwig_orange_run/tumor_sample.isf.pass_fusions.tsv", "isofox-fusion", null, "0 0 0"],
  [
    "cbioportal_study_es_0/data_structural_variants.txt",
    "cbioportal-sv",
    "TCGA-A2-A04P-01",
    "9 0 0",
  ],
  ["maf/oncokb_annotator_examples/example_sv.txt", "oncokb-sv", "TCGA-05-4417-01", "2 0 0"],
];

async function read(input: "structural-variants" | "fusions", file: string, sample: string | null) {
  const source = fileSource(`${folder}/${file}`);
  const options = { report: () => {}, strict: false, sample: sample ?? undefined };
  return await (await findReader(input, source)).read(source, options);
}

let knowledgebase: Knowledgebase;
let models: CaseRequest["models"];

beforeAll(async () => {
  knowledgebase = await loadKnowledgebase(join(repository, "knowledgebase"));
  const bytes = await readBytes(join(repository, "knowledgebase/gene-models.txt"));
  models = openPackedModels(bytes, "gene-models.txt").of;
});

async function interpret(
  request: Partial<CaseRequest> & Pick<CaseRequest, "assembly">,
): Promise<Report> {
  return await interpretCase(
    {
      id: "case",
      protein: [],
      ...noEvidence,
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
      models,
      ...request,
    },
    knowledgebase,
  );
}

const given = (file: string, sample?: string) => ({
  source: fileSource(`${folder}/${file}`),
  ...(sample === undefined ? {} : { sample }),
});

// Where the folder is absent these tests are skipped, and the run says so.
describe.skipIf(!existsSync(`${folder}/sv`))("public files of structural variants", () => {
  test.each(structuralFiles)("%s is read as %s of %s: %s", async (file, format, sample, counts) => {
    const table = await read("structural-variants", file, sample);
    expect(table.format.split(" ", 1)).toEqual([format]);
    expect(Object.values(table.counts).join(" ")).toBe(counts);
    expect(table.rows.length).toBeGreaterThan(0);
  });

  test.each(refusedFiles)("%s is refused with a sentence", async (file) => {
    const error: unknown = await read("structural-variants", file, null).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).message).toContain("a record has 8 columns, the header has 10");
  });

  test("COLO829: every caller gives the events that the others give", async () => {
    const callers = {
      Manta: given(`${sv}/colo829_somatic_manta.vcf`, "COLO829T"),
      GRIDSS: given(`${sv}/colo829_somatic_gridss.vcf.gz`, "COLO829v003T_dedup.realigned.bam"),
      PURPLE: given(`${sv}/COLO829T.purple.sv.ann.vcf.gz`, "COLO829T.realigned.bam"),
      novoBreak: given(`${sv}/colo829_somatic_novobreak.vcf.gz`),
    };
    const events = async (structuralVariants: CaseRequest["structuralVariants"]) => {
      const report = await interpret({ assembly: "GRCh37", structuralVariants });
      const counts = report.counts.structuralVariants;
      expect(counts?.read).toBe(
        (counts?.matched ?? 0) +
          (counts?.notMatched ?? 0) +
          (counts?.setAside ?? 0) +
          (counts?.refused ?? 0),
      );
      const open = report.setAside.find(({ code }) => code === "break-with-open-partner");
      return {
        findings: report.findings.map(({ label, description }) => [label, description]),
        open: open?.examples.map(({ label }) => label).filter((label) => label.includes("BICC1")),
      };
    };
    // The loss of exon 6 of PTEN, and the breaks of BICC1 with what GRCh37 models have no gene for.
    const expected = {
      findings: [["PTEN deletion of exon 6", "deletion of exon 6, out of frame"]],
      open: ["?::BICC1", "BICC1::?"],
    };
    for (const [caller, file] of Object.entries(callers)) {
      const found = await events([file]);
      expect(found.findings, caller).toEqual(expected.findings);
      // novoBreak's unfiltered calls have more examples before these.
      if (caller !== "novoBreak") expect(found.open, caller).toEqual(expected.open);
    }
    const all = await interpret({
      assembly: "GRCh37",
      structuralVariants: Object.values(callers),
      fusions: [given("hartwig_orange_run/tumor_sample.linx.fusion.tsv")],
    });
    const pten = all.findings.find(({ label }) => label === "PTEN deletion of exon 6");
    expect(pten?.support).toMatchObject({ callers: ["GRIDSS", "LINX", "Manta", "novoBreak"] });
  });
});

describe.skipIf(!existsSync(`${folder}/fusion`))("public files of fusions", () => {
  test.each(fusionFiles)("%s is read as %s of %s: %s", async (file, format, sample, counts) => {
    const table = await read("fusions", file, sample);
    expect(table.format).toBe(format);
    expect(Object.values(table.counts).join(" ")).toBe(counts);
  });

  test.each(["BRCA", "COAD"])("T001-%s: both builds give what both hold", async (name) => {
    const file = (build: string) => given(`fusion/pcgr_T001/T001-${name}.grch${build}.fusions.tsv`);
    const grch37 = await interpret({ assembly: "GRCh37", fusions: [file("37")] });
    const grch38 = await interpret({ assembly: "GRCh38", fusions: [file("38")] });
    const labels = grch38.findings.map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(["EML4::ALK", "NTRK1::TPM3", "BCR::ABL1", "CCDC6::RET"]),
    );
    expect(labels).toHaveLength(9);
    const statements = ({ findings }: Report) =>
      new Map(
        findings
          .filter(({ label }) => labels.includes(label))
          .map((each) => [each.label, each.statements]),
      );
    expect(statements(grch37)).toEqual(statements(grch38));
    const therapies = ({ targets }: Report) =>
      new Set(
        targets
          .filter(({ alterations }) => alterations.some(({ label }) => labels.includes(label)))
          .map(({ therapy }) => therapy.id),
      );
    expect(therapies(grch37)).toEqual(therapies(grch38));
    const named = (label: string) =>
      grch38.targets.filter(({ alterations }) => alterations.some((each) => each.label === label));
    expect(named("NTRK1::TPM3").map(({ therapy }) => therapy.label)).toContain("Larotrectinib");
    expect(named("EML4::ALK").map(({ therapy }) => therapy.label)).toContain("Alectinib");
  });

  test("fusions of the other build are refused", async () => {
    const fusions = [given("fusion/pcgr_T001/T001-COAD.grch37.fusions.tsv")];
    const error: unknown = await interpret({ assembly: "GRCh38", fusions }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      kind: "identity",
      problems: [{ code: "fusions-of-other-build" }],
    });
  });

  test("the callers of one tumor give one event each, with the callers listed", async () => {
    const names = ["arriba.tsv", "dragen.tsv", "fusioncatcher.txt", "jaffa.csv", "starfusion.tsv"];
    const fusions = names.map((name) => given(`fusion/fusion_report/${name}`));
    const report = await interpret({ assembly: "GRCh38", fusions });
    const labels = report.findings.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    const fgfr3 = report.findings.find(({ label }) => label === "FGFR3::TACC3");
    expect(fgfr3?.support).toMatchObject({
      callers: ["Arriba", "DRAGEN", "FusionCatcher", "JAFFA", "STAR-Fusion"],
    });
  });
});
