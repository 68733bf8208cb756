import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportFormats } from "../../../../src/cli/kb/export-formats.ts";
import { main } from "../../../../src/cli/main.ts";
import { buildKnowledgebase } from "../../../../src/knowledgebase/load/build-knowledgebase.ts";
import { buildIndex } from "../../../../src/knowledgebase/index/build-index.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { assemblies } from "../../../../src/model/locus.ts";
import { vrs } from "../../../../src/knowledgebase/export/vrs.ts";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";
import { makeRefgetAccessions } from "../../../../src/annotate/vrs/refget-accessions.ts";
import { exporters } from "../../../../src/knowledgebase/export/exporters.ts";
import { rawStatement, sampleFolder } from "../../knowledgebase/sample-folder.ts";
import { makeTestTerminal } from "../test-terminal.ts";
import { runKb } from "./run-kb.ts";

const folder = () =>
  sampleFolder((files) => {
    const file = files["statements/BRAF.json"];
    file.variants.push({
      id: "BRAF:exon-15",
      label: "exon 15",
      constraints: [
        {
          type: "region",
          gene: "BRAF",
          name: "exon 15",
          residues: [581, 620],
          spans: { GRCh37: "7:140453075-140453193", GRCh38: "7:140753275-140753393" },
          change: "mutation",
        },
      ],
    });
    file.statements.push(
      rawStatement({ id: "civic:EID2", evidenceLevel: "B", predicate: "resistance" }),
      rawStatement({ id: "civic:EID3", variant: "BRAF:exon-15", evidenceLevel: "D" }),
    );
  });
const run = async (...args: string[]) => (await runKb("export", "--kb", folder(), ...args)).out;

test("the formats of the command line are those of the list", () => {
  expect(exportFormats).toEqual(exporters.map(({ id }) => id));
});

describe("metaction kb export", () => {
  test("writes both builds of each place in one row of a table", async () => {
    const [head, ...rows] = (await run("--format", "tsv")).trimEnd().split("\n");
    expect(head?.split("\t").slice(7, 10)).toEqual(["GRCh37", "GRCh38", "lifted"]);
    expect(rows.map((row) => row.split("\t"))).toEqual([
      [
        "BRAF",
        "BRAF:V600E",
        "V600E",
        "protein-change",
        "V600E",
        "c.1799T>A",
        "ENST00000288602.6",
        "7:140453136:A:T",
        "7:140753336:A:T",
        "GRCh38",
        "2",
        "A",
        "Vemurafenib",
        "civic:EID1 civic:EID2",
      ],
      expect.arrayContaining(["region", "7:140453075-140453193", "7:140753275-140753393", "D"]),
    ]);
  });

  test("writes a BED of one build, 0-based and sorted, with the genes where asked", async () => {
    expect(await run("--format", "bed", "--assembly", "GRCh38", "--chr")).toBe(
      "chr7\t140753274\t140753393\tBRAF:exon-15\nchr7\t140753335\t140753336\tBRAF:V600E\n",
    );
    const genes = await run("--format", "bed", "--assembly", "GRCh37", "--genes");
    expect(genes.split("\n")[0]).toBe("7\t140414126\t140629564\tBRAF");
  });

  test("writes a VCF of one build that names each allele once", async () => {
    const text = await run("--format", "vcf", "--assembly", "GRCh37");
    expect(text).toContain("##contig=<ID=7,length=159138663>\n");
    expect(text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual([
      "7\t140453136\t.\tA\tT\t.\t.\tGENE=BRAF;CHANGE=V600E;LEVEL=A;STATEMENTS=civic:EID1,civic:EID2",
    ]);
  });

  test("writes VRS alleles with the id that GA4GH's own tools give, and says where there is none", async () => {
    const { counts, alleles } = JSON.parse(await run("--format", "vrs"));
    expect(counts).toEqual({ alleles: 2, identified: 1 });
    expect(alleles).toMatchObject([
      {
        assembly: "GRCh37",
        allele: "7:140453136:A:T",
        vrs: null,
        reason: "the refget accession of 7 in GRCh37 is not known",
      },
      {
        assembly: "GRCh38",
        allele: "7:140753336:A:T",
        variants: ["BRAF:V600E"],
        statements: ["civic:EID1", "civic:EID2"],
        vrs: { id: "ga4gh:VA.Otc5ovrw906Ack087o1fhegB4jDRqCAe" },
      },
    ]);
  });

  test("asks for the build where a file is about one, and for bed where genes are meant", async () => {
    const missing = await runKb("export", "--format", "vcf", "--kb", folder());
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("--assembly")]);
    expect((await runKb("export", "--format", "tsv", "--genes", "--kb", folder())).code).toBe(2);
  });
});

test("an insertion has a VRS id only where the bases around it are known", async () => {
  const kb = await loadKnowledgebase(
    sampleFolder((files) => {
      files["statements/BRAF.json"].variants[0]!.constraints = [
        {
          type: "protein-change",
          gene: "BRAF",
          change: "V600_K601insV",
          alleles: { GRCh38: ["7:140753334:T:TCAC"] },
        },
      ];
    }),
  );
  const path = join(import.meta.dirname, "../../../../knowledgebase/gene-models.txt");
  const packed = openPackedModels(readFileSync(path), "gene-models.txt");
  const render = (models: typeof packed.of | null) => {
    const accessions = makeRefgetAccessions();
    const options = { assembly: null, chr: false, genes: false, models, accessions };
    return JSON.parse(vrs.render(kb, options)).alleles[0];
  };
  expect(render(null)).toMatchObject({
    vrs: null,
    reason: "the bases around the insertion or deletion are not in the gene models",
  });
  expect(render(packed.of).vrs.id).toMatch(/^ga4gh:VA\.[\w-]{32}$/);
});

/** Lines of a BED as 1-based closed places by contig. */
function placesOf(bed: string): Map<string, [start: number, end: number][]> {
  const places = new Map<string, [number, number][]>();
  for (const line of bed.trimEnd().split("\n")) {
    const [contig = "", start, end] = line.split("\t");
    places.set(contig, [...(places.get(contig) ?? []), [Number(start) + 1, Number(end)]]);
  }
  return places;
}

describe("of the shipped content", () => {
  let place = "";
  let built = "";
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "kb-export-"));
    built = join(place, "built.json");
    const source = join(import.meta.dirname, "../../../../knowledgebase");
    writeFileSync(built, (await buildKnowledgebase(source)).text);
  }, 60_000);
  afterAll(() => rmSync(place, { recursive: true }));

  test.each(["GRCh37", "GRCh38"])(
    "the VCF of %s has no fault that check finds",
    async (assembly) => {
      const path = join(place, `${assembly}.vcf`);
      await runKb("export", "--kb", built, "--format", "vcf", "--assembly", assembly, "-o", path);
      expect(readFileSync(path, "utf8").split("\n").length).toBeGreaterThan(500);
      const terminal = makeTestTerminal();
      expect(await main(["check", path, "--fail-on", "warning"], terminal)).toBe(0);
      expect(terminal.outText()).toContain("no problem");
    },
  );

  test.each(assemblies)(
    "the BED of %s with genes has every place that annotate reads",
    async (assembly) => {
      const args = ["--format", "bed", "--assembly", assembly, "--genes", "--kb", built];
      const places = placesOf((await runKb("export", ...args)).out);
      const loci = buildIndex(await loadKnowledgebase(built)).loci(assembly);
      expect(loci.length).toBeGreaterThan(500);
      const lost = loci.filter(
        ({ contig, start, end }) =>
          !(places.get(contig) ?? []).some(([from, to]) => from <= start && end <= to),
      );
      expect(lost).toEqual([]);
    },
  );

  test.each(["GRCh37", "GRCh38"])(
    "the BED of %s is sorted, and the places are on their contigs",
    async (assembly) => {
      const out = (await runKb("export", "--kb", built, "--format", "bed", "--assembly", assembly))
        .out;
      const rows = out
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t"));
      expect(rows.length).toBeGreaterThan(500);
      for (const [at, [contig, start, end]] of rows.entries()) {
        expect(Number(end)).toBeGreaterThan(Number(start));
        const [before, earlier] = rows[at - 1] ?? [];
        if (before === contig) expect(Number(start)).toBeGreaterThanOrEqual(Number(earlier));
      }
    },
  );
});
