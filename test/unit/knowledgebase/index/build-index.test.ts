import { describe, expect, test } from "vitest";
import { buildIndex } from "../../../../src/knowledgebase/index/build-index.ts";
import type { KnowledgeIndex } from "../../../../src/knowledgebase/index/build-index.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { change } from "../../constraints/make-observation.ts";
import type { SampleFiles } from "../sample-folder.ts";
import { rawStatement, sampleFolder } from "../sample-folder.ts";

const indexOf = async (edit?: (files: SampleFiles) => void): Promise<KnowledgeIndex> =>
  buildIndex(await loadKnowledgebase(sampleFolder(edit)));

function addGene(files: SampleFiles, symbol: string, parts: object = {}): void {
  const [braf] = files["genes.json"].genes;
  files["genes.json"].genes.push({ ...braf!, symbol, aliases: [], spans: {}, ...parts });
}

describe("the index", () => {
  test("knows the changes of an oncogene that statements name, also in lists", async () => {
    const index = await indexOf((files) => {
      addGene(files, "NF1", { role: "tumor suppressor" });
      const { variants, statements } = files["statements/BRAF.json"];
      const named = (gene: string, text: string) =>
        ({ type: "protein-change", gene, change: text }) as const;
      const parts = [
        named("BRAF", "p.Val600Lys"),
        named("NF1", "R1276Q"),
        { type: "codon", gene: "BRAF", residue: "L", position: 597 } as const,
        { type: "consequence", gene: "BRAF", class: "mutation" } as const,
      ];
      const add = (id: string, constraints: (typeof variants)[number]["constraints"]) => {
        variants.push({ id: `BRAF:${id}`, label: id, constraints });
        statements.push(rawStatement({ id: `civic:${id}`, variant: `BRAF:${id}` }));
      };
      add("EID2", [{ type: "any", constraints: parts }]);
      add("EID3", [named("BRAF", "G469A"), named("BRAF", "G466A")]);
    });
    expect([...index.oncogenicChanges("BRAF")]).toEqual([
      ["V600E", ["civic:EID1"]],
      ["V600K", ["civic:EID2"]],
      ["L597", ["civic:EID2"]],
    ]);
    expect(index.oncogenicChanges("NF1").size).toBe(0);
  });

  test("finds statements by the gene of their file and by the genes of their constraints", async () => {
    const index = await indexOf((files) => {
      addGene(files, "KRAS");
      const { variants, statements } = files["statements/BRAF.json"];
      const wildType = { type: "wild-type", gene: "KRAS" } as const;
      variants.push({
        id: "BRAF:x",
        label: "x",
        constraints: [variants[0]!.constraints[0]!, wildType],
      });
      statements.push(rawStatement({ id: "civic:EID2", variant: "BRAF:x" }));
    });
    const ids = (gene: string) => index.statementsOf(gene).map((statement) => statement.id);
    expect(ids("BRAF")).toEqual(["civic:EID1", "civic:EID2"]);
    expect(ids("KRAS")).toEqual(["civic:EID2"]);
    expect(ids("__proto__")).toEqual([]);
  });

  test("knows an allele on both builds, with the change that it makes", async () => {
    const index = await indexOf();
    const known = {
      gene: "BRAF",
      proteinChange: "V600E",
      codingChange: "c.1799T>A",
      transcript: "ENST00000288602.6",
      terms: ["missense_variant"],
    };
    expect(index.knownAllele("GRCh37:7:140453136:A:T")).toEqual(known);
    expect(index.knownAllele("GRCh38:7:140753336:A:T")).toEqual(known);
    expect(index.knownAllele("GRCh38:7:140453136:A:T")).toBeUndefined();
  });

  test("prefers the constraint that states the protein change of an allele", async () => {
    const index = await indexOf((files) => {
      const { variants, statements } = files["statements/BRAF.json"];
      const alleles = { GRCh37: ["7:140453136:A:T"], GRCh38: ["7:140753336:A:T"] };
      variants.push({
        id: "BRAF:a",
        label: "a",
        constraints: [{ type: "allele", gene: "BRAF", alleles }],
      });
      statements.push(rawStatement({ id: "civic:EID0", variant: "BRAF:a" }));
    });
    expect(index.knownAllele("GRCh37:7:140453136:A:T")?.proteinChange).toBe("V600E");
  });

  test("knows the reference bases at its sites, the longest where there are several", async () => {
    const index = await indexOf((files) => {
      const [first] = files["statements/BRAF.json"].variants;
      if (first?.constraints[0]?.type !== "protein-change") throw new Error("another sample");
      first.constraints[0].alleles = {
        GRCh37: ["7:140453136:A:T", "7:140453136:AC:TT"],
        GRCh38: ["7:140753336:A:T", "7:140753336:AC:TT"],
      };
    });
    expect([...index.knownSites("GRCh37")]).toEqual([["7:140453136", { ref: "AC" }]]);
    expect([...index.knownSites("GRCh38")]).toEqual([["7:140753336", { ref: "AC" }]]);
  });

  test("lists genes with 5,000 bases around them, and the places that statements name", async () => {
    const index = await indexOf((files) => {
      addGene(files, "KRAS", { spans: { GRCh38: "12:100-200" } });
      files["statements/BRAF.json"].variants[0]!.constraints.push({
        type: "region",
        gene: "BRAF",
        name: "exon 1",
        residues: [1, 2],
        spans: { GRCh38: "7:500-600" },
        change: "skipping",
      });
    });
    const site = { assembly: "GRCh38", contig: "7", start: 140753336, end: 140753336 };
    const span = { assembly: "GRCh38", contig: "7", start: 490, end: 610 };
    expect(index.siteLoci("GRCh38")).toEqual([site, span]);
    expect(index.loci("GRCh38")).toEqual([
      { assembly: "GRCh38", contig: "7", start: 140714327, end: 140929929 },
      { assembly: "GRCh38", contig: "12", start: 1, end: 5200 },
      site,
      span,
    ]);
    expect(index.loci("GRCh37")).toHaveLength(2);
  });

  test("resolves a symbol, and an alias only when it is nobody else's", async () => {
    const index = await indexOf((files) => {
      files["genes.json"].genes[0]!.aliases = ["BRAF1", "KRAS", "SHARED"];
      addGene(files, "KRAS", { aliases: ["KRAS2", "SHARED", "BRAF"] });
    });
    expect(
      ["BRAF", "BRAF1", "KRAS", "KRAS2", "SHARED", "RAF", "constructor"].map((name) =>
        index.currentSymbol(name),
      ),
    ).toEqual(["BRAF", "BRAF", "KRAS", "KRAS", null, null, null]);
  });

  test("lists the genes with a statement about the amount of a molecule", async () => {
    const index = await indexOf((files) => {
      for (const [gene, molecule] of [
        ["ERBB2", "any"],
        ["PTEN", "protein"],
        ["EGFR", "rna"],
      ] as const) {
        addGene(files, gene);
        files["statements/BRAF.json"].variants[0]!.constraints.push({
          type: "expression",
          gene,
          molecule,
          direction: "up",
        });
      }
    });
    expect([...index.expressionGenes("protein")]).toEqual(["ERBB2", "PTEN"]);
    expect([...index.expressionGenes("rna")]).toEqual(["ERBB2", "EGFR"]);
    expect([...index.expressionGenes("phosphosite")]).toEqual([]);
  });

  test("tells the rules the role and the span of a gene on the build of the case", async () => {
    const index = await indexOf();
    const context = index.testContext("GRCh37");
    expect(context.geneRole("BRAF")).toBe("oncogene");
    expect(context.geneRole("TP53")).toBe("unknown");
    expect(context.geneSpan("BRAF")).toMatchObject({ start: 140419127 });
    expect(index.testContext(null).geneSpan("BRAF")).toBeNull();
  });

  test.each<[string, boolean, (files: SampleFiles) => void]>([
    ["level A", true, () => {}],
    [
      "level C",
      false,
      (files) => (files["statements/BRAF.json"].statements[0]!.evidenceLevel = "C"),
    ],
    [
      "resistance",
      false,
      (files) => (files["statements/BRAF.json"].statements[0]!.predicate = "resistance"),
    ],
    [
      "counter-evidence",
      false,
      (files) => (files["statements/BRAF.json"].statements[0]!.direction = "does not support"),
    ],
    [
      "a tumor suppressor",
      false,
      (files) => (files["genes.json"].genes[0]!.role = "tumor suppressor"),
    ],
    [
      "a combination of changes",
      false,
      (files) => {
        const { constraints } = files["statements/BRAF.json"].variants[0]!;
        constraints.push(constraints[0]!);
      },
    ],
  ])("takes %s as proof of activation: %s", async (_, isProof, edit) => {
    const index = await indexOf(edit);
    const context = index.testContext("GRCh37");
    expect([...index.oncogenicChanges("BRAF").keys()]).toEqual(isProof ? ["V600E"] : []);
    expect(index.oncogenicChanges("KRAS").size).toBe(0);
    expect(context.isActivating(change("BRAF", "p.Val600Glu", "missense_variant"))).toBe(isProof);
    expect(context.isActivating(change("BRAF", "V600K", "missense_variant"))).toBe(false);
    expect(context.isActivating(change("KRAS", "V600E", "missense_variant"))).toBe(false);
  });
});
