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
import type { ProteinChangeConstraint } from "../../../../src/constraints/protein-change.ts";
import { parseProteinChange } from "../../../../src/annotate/protein-change.ts";
import {
  formatAllele,
  liftAllele,
  type PlacedAllele,
} from "../../../../src/knowledgebase/import/reference/place-allele.ts";
import { makesChange } from "../../../../src/knowledgebase/import/reference/protein-effect.ts";
import { readGeneReference } from "../../../../src/knowledgebase/import/reference/reference-data.ts";
import { readKept } from "../../../../src/knowledgebase/import/kept-content.ts";
import { compareText } from "../../../../src/model/order.ts";

const folder = "../shared/data";
const tables = [
  "kb/civic/01-Aug-2021-ClinicalEvidenceSummaries.tsv.gz",
  "kb/civic/01-Aug-2021-VariantSummaries.tsv.gz",
  "kb/civic/01-Aug-2021-AssertionSummaries.tsv",
  "kb/sigven_compound_biomarkers_facts_2022-06.tsv.gz",
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
  text: (path.endsWith(".gz")
    ? gunzipSync(readFileSync(`${folder}/${path}`))
    : readFileSync(`${folder}/${path}`)
  ).toString("utf8"),
});

const own = new Set(civic.sources.map(({ name }) => name));

/** The committed folder as an import finds it. */
function committed(): Map<string, Uint8Array> {
  const names = readdirSync("knowledgebase/statements").map((name) => `statements/${name}`);
  const top = ["manifest.json", "therapies.json", "diseases.json", "documents.json"];
  return new Map([...top, ...names].map((name) => [name, readFileSync(`knowledgebase/${name}`)]));
}

/** Every statement of CIViC with the variant that it means, by id. */
function factsOf(files: Iterable<readonly [string, string | Uint8Array]>): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  for (const [path, text] of files) {
    if (!path.startsWith("statements/")) continue;
    const { gene, variants, statements } = JSON.parse(text.toString());
    for (const { variant: id, ...statement } of statements) {
      if (!own.has(statement.source.name)) continue;
      const { constraints, label } = variants.find((variant: { id: string }) => variant.id === id);
      facts.set(statement.id, { gene, label, constraints, ...statement });
    }
  }
  return facts;
}

describe.skipIf(!existsSync(folder))("compileKnowledgebase on CIViC as released", () => {
  let result: ImportResult;
  let fresh: ImportResult;
  beforeAll(() => {
    const sources = tables.map(read);
    result = compileKnowledgebase(civic, sources, readKept(committed(), own));
    fresh = compileKnowledgebase(civic, sources.toReversed());
  }, 180_000);

  it("makes the committed files, byte for byte", () => {
    for (const [path, text] of result.files) {
      expect({ path, same: readFileSync(`knowledgebase/${path}`, "utf8") === text }).toEqual({
        path,
        same: true,
      });
    }
    const shipped = readdirSync("knowledgebase/statements").map((name) => `statements/${name}`);
    const made = [...result.files.keys()].filter((path) => path.startsWith("statements/"));
    expect(shipped.toSorted(compareText)).toEqual(made);
  });

  it("reproduces in a new folder the facts of every shipped statement of CIViC", () => {
    expect(factsOf(fresh.files)).toEqual(factsOf(committed()));
  });

  it("leaves no record without a statement or a reason, and says at least 97 % of the predictive ones", () => {
    const { types, skipped, records } = result.coverage;
    expect(records).toBe(3_650 + 18 + 158);
    expect(types.reduce((sum, { compiled, skipped: left }) => sum + compiled + left, 0)).toBe(
      records,
    );
    expect(skipped.reduce((sum, group) => sum + group.count, 0)).toBe(
      types.reduce((sum, { skipped: left }) => sum + left, 0),
    );
    const predictive = types.find(
      ({ source, type }) => source === "CIViC" && type === "Predictive",
    );
    expect(predictive).toMatchObject({ records: 2_344, compiled: 2_316 });
    expect(predictive?.share).toBeGreaterThan(0.97);
  });

  it("types the predisposition of VHL as such, without a therapy", () => {
    const { statements } = JSON.parse(result.files.get("statements/VHL.json") ?? "");
    const kinds = new Map<string, number>();
    for (const { type, therapy } of statements) {
      kinds.set(type, (kinds.get(type) ?? 0) + 1);
      expect(therapy === undefined).toBe(type !== "predictive");
    }
    expect(kinds.get("predisposing")).toBeGreaterThan(540);
  });

  it("finds the CIViC alleles of well-known changes on both builds", () => {
    const text = result.files.get("statements/BRAF.json") ?? "";
    expect(text).toContain('"7:140453136:A:T"');
    expect(text).toContain('"7:140753336:A:T"');
    expect(result.coverage.alleles.disagreements).toEqual([
      {
        variant: "EGFR D770_N771insGY",
        stated: "7:55249011:AC:GGTAT",
        why: "makes D770delinsGY",
      },
      { variant: "VHL L153fs (c.457delC)", stated: "3:10188316:GC:G", why: "makes P154fs" },
      {
        variant: "VHL V194fs (c.581_582del)",
        stated: "3:10191586:TTG:T",
        why: "the reference has TGT there",
      },
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

describe("the shipped content", () => {
  const statementOf = (gene: string, id: string): { predicate: string } | undefined =>
    JSON.parse(readFileSync(`knowledgebase/statements/${gene}.json`, "utf8")).statements.find(
      (statement: { id: string }) => statement.id === id,
    );

  it("reads a record of resistance as reduced sensitivity where its text tells of a lesser benefit", () => {
    expect(statementOf("KRAS", "civic:EID1139")?.predicate).toBe("reduced sensitivity");
    expect(statementOf("KIT", "civic:EID4072")?.predicate).toBe("reduced sensitivity");
    expect(statementOf("KRAS", "civic:EID993")?.predicate).toBe("resistance");
  });

  it("leaves out a record of resistance whose text bears out none", () => {
    expect(statementOf("AR", "civic:EID1521")).toBeUndefined();
    expect(statementOf("BRCA1", "civic:EID1775")).toBeUndefined();
    expect(statementOf("VHL", "civic:EID4832")).toBeUndefined();
  });

  it("leaves out what by its text is about tumors without the alteration that it is filed under", () => {
    const [coverage = "", statements = ""] = ["coverage.json", "statements/CDKN2A.json"].map(
      (name) => readFileSync(`knowledgebase/${name}`, "utf8"),
    );
    const group = JSON.parse(coverage).skipped.find(
      ({ code }: { code: string }) => code === "about-the-opposite",
    );
    expect(group.records).toEqual(["EID753 CDKN2A p16 EXPRESSION"]);
    const ids = JSON.parse(statements).statements.map(({ id }: { id: string }) => id);
    expect(ids).toContain("civic:EID696");
    expect(ids).not.toContain("civic:EID753");
  });
});

describe.skipIf(!existsSync(folder))("every allele of the shipped content", () => {
  /** Protein changes with alleles, wherever they nest. */
  function changesIn(value: unknown): ProteinChangeConstraint[] {
    if (typeof value !== "object" || value === null) return [];
    const here = "change" in value && "alleles" in value ? [value as ProteinChangeConstraint] : [];
    return [...here, ...Object.values(value).flatMap(changesIn)];
  }
  const alleleOf = (text: string): PlacedAllele => {
    const [contig, position, ref = "", alt = ""] = text.split(":");
    return { contig: contig as PlacedAllele["contig"], position: Number(position), ref, alt };
  };

  it("makes its protein change where the coding sequence is known, and lies in both builds at the same bases", () => {
    const { geneModel, liftover } = readGeneReference({
      genePred: read(tables[4]!),
      liftedModels: read(tables[5]!),
      codingSequences: read(tables[7]!),
      chain: read(tables[8]!),
    });
    const seen = { agrees: 0, unknown: 0 };
    const wrong: string[] = [];
    for (const bytes of committed().values()) {
      for (const constraint of changesIn(JSON.parse(bytes.toString()).variants)) {
        const { gene, change: text, alleles = {}, lifted } = constraint;
        const change = parseProteinChange(text);
        const model = geneModel(gene);
        const codings = model.transcripts.flatMap((each) => model.codingOf(each) ?? []);
        for (const allele of alleles.GRCh37 ?? []) {
          const placed = alleleOf(allele);
          const results = codings.map((coding) => change && makesChange(placed, change, coding));
          if (results.includes(true)) seen.agrees += 1;
          else if (results.includes(false)) wrong.push(`${gene} ${text} ${allele}`);
          else seen.unknown += 1;
          const there = liftAllele(placed, liftover);
          const isLost =
            lifted === "GRCh38" && there && !alleles.GRCh38?.includes(formatAllele(there));
          if (isLost) wrong.push(`${gene} ${text} ${allele} on GRCh38`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.agrees).toBeGreaterThan(1_700);
    expect(seen.unknown).toBeLessThan(250);
  }, 120_000);
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
