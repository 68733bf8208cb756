import { existsSync, readdirSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fileSource } from "../../src/io/byte-source.ts";
import { Refusal } from "../../src/model/refusal.ts";
import { findReader, recognize } from "../../src/read/find-reader.ts";
import { shared } from "./check-shared-file.ts";
import type { EvidenceReadOptions } from "../../src/read/evidence-reader.ts";

const folder = `${shared}data`;

/** Public files of copy numbers, used in place where they are: rows taken, refused and set aside. */
const readable: readonly (readonly [string, string, string | null, number, number, number])[] = [
  ["cnv/pcgr_T001/T001-BRCA.grch37.cna.tsv", "allele-segments", null, 252, 0, 0],
  ["cnv/pcgr_T001/T001-BRCA.grch38.cna.tsv", "allele-segments", null, 260, 0, 0],
  ["cnv/pcgr_T001/T001-COAD.grch37.cna.tsv", "allele-segments", null, 252, 0, 0],
  ["cnv/pcgr_T001/T001-COAD.grch38.cna.tsv", "allele-segments", null, 260, 0, 0],
  // Eight of its segments end before they start.
  ["cnv/cnvkit/amplicon.cns", "cnvkit-segments", null, 80, 8, 0],
  ["cnv/cnvkit/cl_seq.cns", "cnvkit-segments", null, 78, 0, 0],
  ["cnv/cnvkit/tr95t.cns", "cnvkit-segments", null, 124, 0, 0],
  ["cnv/cnvkit/tr95t.segmetrics.cns", "cnvkit-segments", null, 124, 0, 0],
  ["cnv/cnvkit/acgh-log10.seg.gz", "seg", "TR_36_T", 435, 0, 10092],
  ["cnv/cnvkit/cw-tr-log2.seg.gz", "seg", "TR_02_T", 61, 0, 4111],
  ["cnv/maftools/LAML_CBS_segments.tsv.gz", "seg", "TCGA-AB-2804", 37, 0, 6433],
  ["cnv/maftools/TCGA.AB.3009.hg19.seg.txt", "seg", null, 818, 0, 0],
  ["cbioportal_study_es_0/data_cna_hg19.seg", "seg", null, 9, 0, 0],
  ["cbioportal_study_es_0/data_cna_log2.txt", "cna-matrix", "TCGA-A1-A0SD-01", 7, 0, 0],
  ["cbioportal_study_es_0/data_cna_discrete.txt.gz", "cna-long", "TCGA-A1-A0SD-01", 8, 0, 6296],
  ["hartwig_orange_run/tumor_sample.purple.cnv.gene.tsv.gz", "purple-genes", null, 25965, 0, 0],
  ["hartwig_orange_run/tumor_sample.purple.cnv.somatic.tsv", "purple-segments", null, 222, 0, 0],
  ["maf/oncokb_annotator_examples/example_cna.txt", "cna-matrix", "TCGA-02-0033-01", 4, 0, 0],
  [
    "maf/oncokb_annotator_examples/example_individual_cna.txt",
    "gene-list",
    "TCGA-02-0033-01",
    4,
    0,
    8,
  ],
];

/** What beside them is no copy number of one tumor: refused with a sentence. */
const refused = [
  "cnv/mergedCNA.tsv",
  "cnv/cnvkit/amplicon.cnr",
  "cnv/cnvkit/tcga-skcm.cnv-expr-corr.tsv.gz",
  "cnv/maftools/all_lesions.conf_99.txt",
  "cnv/maftools/amp_genes.conf_99.txt",
  "cnv/maftools/del_genes.conf_99.txt",
  "cnv/maftools/scores.gistic.gz",
  "hartwig_orange_run/tumor_sample.linx.driver.catalog.tsv",
  "hartwig_orange_run/tumor_sample.purple.purity.tsv",
  "hartwig_orange_run/tumor_sample.purple.qc",
];

async function readFile(file: string, options: Partial<EvidenceReadOptions>) {
  const source = fileSource(`${folder}/${file}`);
  const reader = await findReader("copy-number", source);
  return await reader.read(source, { report: () => {}, strict: false, ...options });
}

// Where the folder is absent these tests are skipped, and the run says so.
describe.skipIf(!existsSync(folder))("public files of copy numbers", () => {
  test.each(readable)(
    "%s is read as %s",
    async (file, format, sample, rows, refusedRows, setAside) => {
      const table = await readFile(file, sample === null ? {} : { sample });
      const counts = { read: rows + refusedRows + setAside, refused: refusedRows, setAside };
      expect([table.format, table.rows.length, table.counts]).toEqual([format, rows, counts]);
    },
  );

  test.each(refused)("%s is refused with a sentence", async (file) => {
    const refusal: unknown = await readFile(file, {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).message).toContain("is none of the copy-number formats");
  });

  test("no file of the folder is claimed by two formats of one kind", async () => {
    const several: string[] = [];
    for (const file of listFiles(folder)) {
      const claims = await claimsOf(file);
      const kinds = new Set(claims.map(([kind]) => kind));
      if (kinds.size < claims.length) several.push(`${file}: ${claims.join(" ")}`);
    }
    expect(several).toEqual([]);
  }, 120_000);
});

/** What is no text is refused before a format is asked. */
async function claimsOf(file: string): Promise<(readonly [string, string])[]> {
  try {
    const { claiming } = await recognize(fileSource(file));
    return claiming.map(({ input, id }) => [input, id] as const);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function listFiles(root: string): string[] {
  return readdirSync(root).flatMap((name) => {
    const path = `${root}/${name}`;
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}
