import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { civic } from "../../../../src/knowledgebase/import/civic.ts";
import {
  compileKnowledgebase,
  type ImportResult,
} from "../../../../src/knowledgebase/import/compile-knowledgebase.ts";
import {
  codingPositions,
  readManeModels,
} from "../../../../src/knowledgebase/import/reference/gene-models.ts";
import { readLiftover } from "../../../../src/knowledgebase/import/reference/liftover.ts";
import { compareText } from "../../../../src/model/order.ts";

const folder = "../shared/data";
const tables = [
  "kb/civic/civic_2021-08-01_facts_only.derived.tsv.gz",
  "genemodels/Ensembl-v75_build37-hg19_UcscGenePred_CIViC-Genes.ensGene.gz",
  "genemodels/mane_v1.4_cds_GRCh37.lifted_civic_genes.tsv.gz",
  "genemodels/MANE.GRCh38.v1.4.summary.txt.gz",
  "genemodels/cds_verified_336_genes.fa.gz",
  "liftover/hg19_to_hg38.chain.gz",
  "ontology/oncotree_2025_10_03.json.gz",
  "ontology/HumanDO.tsv.gz",
  "ontology/NCIinDO.tsv.gz",
  "kb/drugs/sigven_drug_synonyms_nci_chembl_2022.tsv.gz",
  "kb/drugs/sigven_drug_targets_2022-06.tsv.gz",
  "ontology/ncbi_gene_alias_orgHsEgDb_3.16.tsv.gz",
];
const read = (path: string) => ({
  name: path,
  text: gunzipSync(readFileSync(`${folder}/${path}`)).toString("utf8"),
});

describe.skipIf(!existsSync(folder))("compileKnowledgebase on CIViC of 1 August 2021", () => {
  let result: ImportResult;
  beforeAll(() => {
    result = compileKnowledgebase(civic, tables.map(read));
  }, 180_000);

  it("makes the committed files, byte for byte", () => {
    for (const [path, text] of result.files) {
      expect({ path, same: readFileSync(`knowledgebase/${path}`, "utf8") === text }).toEqual({
        path,
        same: true,
      });
    }
    const committed = readdirSync("knowledgebase/statements").map((name) => `statements/${name}`);
    const made = [...result.files.keys()].filter((path) => path.startsWith("statements/"));
    expect(committed.toSorted(compareText)).toEqual(made);
  });

  it("leaves no predictive record without a statement or a reason", () => {
    const { predictive, skipped } = result.coverage;
    expect(predictive.records).toBe(2_333);
    expect(predictive.compiled).toBe(2_233);
    expect(skipped.reduce((sum, group) => sum + group.count, 0)).toBe(predictive.skipped);
  });

  it("finds the CIViC alleles of well-known changes on both builds", () => {
    const text = result.files.get("statements/BRAF.json") ?? "";
    expect(text).toContain('"7:140453136:A:T"');
    expect(text).toContain('"7:140753336:A:T"');
    expect(result.coverage.alleles.disagreements).toEqual([
      "EGFR D770_N771insGY 7:55249011:AC:GGTAT",
    ]);
  });

  it("writes no long text: a fact is shorter than a sentence", () => {
    for (const [path, text] of result.files) {
      if (path === "coverage.json") continue;
      const words = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? "");
      expect(words.filter((word) => word.split(" ").length > 18)).toEqual([]);
    }
  });
});

describe.skipIf(!existsSync(folder))("the chain and MANE on both builds", () => {
  it("agree on where each coding base of a gene lies", () => {
    const { forward } = readLiftover(read("liftover/hg19_to_hg38.chain.gz").text);
    const current = new Map(
      readManeModels(read("genemodels/mane_v1.4_cds_GRCh38.derived.tsv.gz")).map((model) => [
        model.gene,
        model,
      ]),
    );
    const old = readManeModels(read("genemodels/mane_v1.4_cds_GRCh37.lifted_civic_genes.tsv.gz"));
    const compared = ["BRAF", "KRAS", "NRAS", "EGFR", "ERBB2", "PIK3CA", "KIT", "PTEN", "TP53"];
    for (const gene of compared) {
      const before = codingPositions(old.find((model) => model.gene === gene)!);
      const after = codingPositions(current.get(gene)!);
      const contig = current.get(gene)!.contig;
      const lifted = before.map((at) => forward(contig, at, at)?.start);
      expect({ gene, lifted }).toEqual({ gene, lifted: after });
    }
  }, 60_000);
});
