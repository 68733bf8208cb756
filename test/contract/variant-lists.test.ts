import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { fileSource } from "../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import { Refusal } from "../../src/model/refusal.ts";
import type { Report } from "../../src/model/report.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { shared } from "./check-shared-file.ts";

const root = join(import.meta.dirname, "../..");
const models = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

/** Public files of the neighbor folder: rows of all samples, a sample to ask for, what becomes of the file, labels of findings. */
const files: readonly (readonly [
  path: string,
  rows: number,
  sample: string | undefined,
  labels: readonly string[],
])[] = [
  ["maf/maftools/tcga_laml.maf.gz", 2207, "TCGA-AB-2810", ["IDH2 R140Q"]],
  [
    "maf/oncokb_annotator_examples/example_maf.txt",
    17,
    "TCGA-02-0033-01",
    ["PIK3CA E542K", "NF1 c.4333-1G>A"],
  ],
  ["maf/oncokb_annotator_examples/example_maf_grch38.txt", 14, "TCGA-05-4417-01", ["KRAS G12C"]],
  ["cbioportal_study_es_0/data_mutations_extended.maf", 36, "TCGA-A1-A0SB-01", []],
];

/** No files of variants, or of several samples, each with the kind of its refusal. */
const refused: Readonly<Record<string, readonly [kind: string, code: string]>> = {
  "maf/maftools/brca.maf.gz": ["usage", "assembly-unknown"],
  "maf/maftools/tcga_laml.maf.gz": ["usage", "tumor-sample-undecided"],
  "maf/maftools/tcga_laml_annot.tsv": ["input", "vcf-no-fileformat"],
  "maf/oncokb_annotator_examples/example_atypical_alterations.txt": [
    "usage",
    "tumor-sample-undecided",
  ],
  "maf/oncokb_annotator_examples/example_clinical.txt": ["input", "vcf-no-fileformat"],
};

const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));

async function interpret(path: string, tumorSample?: string): Promise<Report> {
  return await interpretCase(
    {
      id: "list",
      variants: fileSource(`${shared}data/${path}`),
      ...noEvidence,
      protein: [],
      models: models.of,
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
      ...(tumorSample === undefined ? {} : { tumorSample }),
    },
    knowledgebase,
  );
}

describe.skipIf(!existsSync(`${shared}data/maf`))("a public list of variants", () => {
  test.each(files)("%s is read: every row counts", async (path, rows, sample, labels) => {
    const report = await interpret(path, sample);
    const { read, refused: unread } = report.counts.variants ?? { read: 0, refused: -1 };
    expect([read, unread]).toEqual([rows, 0]);
    const found = report.findings.map(({ label }) => label);
    expect(found).toEqual(expect.arrayContaining([...labels]));
  });

  test.each(Object.entries(refused))(
    "%s is refused with a sentence",
    async (path, [kind, code]) => {
      const error: unknown = await interpret(path).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ kind, problems: [{ code }] });
    },
  );

  test("alterations that are no change of a protein are refused alone, each with its line", async () => {
    const path = "maf/oncokb_annotator_examples/example_atypical_alterations.txt";
    const { counts, problems } = await interpret(path, "TCGA-FAKE-02");
    expect(counts.variants).toMatchObject({ read: 12, refused: 3, matched: 0 });
    expect(problems).toMatchObject([{ code: "change-not-read", count: 3, where: { line: 7 } }]);
  });
});
