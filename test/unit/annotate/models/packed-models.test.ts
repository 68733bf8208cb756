import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  openPackedModels,
  type ModelContents,
} from "../../../../src/annotate/models/packed-models.ts";
import { bareId } from "../../../../src/annotate/models/transcript.ts";
import { packGeneModels } from "../../../../src/knowledgebase/import/reference/pack-gene-models.ts";
import { Refusal } from "../../../../src/model/refusal.ts";

const table = (...lines: readonly string[][]) => lines.map((cells) => cells.join("\t")).join("\n");
const mane = ["gene", "ensembl_tx", "refseq_tx", "chrom", "strand"];
const predColumns = [
  "name",
  "chrom",
  "strand",
  "cdsStart",
  "cdsEnd",
  "exonStarts",
  "exonEnds",
  "name2",
].map((name) => `hg19.ensGene.${name}`);

const tables = {
  maneModels: {
    name: "mane38",
    text: table(
      [...mane, "exons_1based", "cds_1based"],
      ["AAA", "ENST1.2", "NM_1.1", "7", "-", "100-120,200-260", "110-120,200-203"],
      ["BBB", "ENST2.1", "NM_2.1", "7", "+", "5000-5100", "5010-5018"],
      ["CCC", "ENST3.1", "NM_3.1", "8", "+", "1000-1100,5000-5100,5400-5500", "1010-1018"],
      ["DDD", "ENST4.1", "NM_4.1", "8", "-", "3000-3010,7000-7010", "3001-3009"],
    ),
  },
  liftedModels: {
    name: "mane37",
    text: table([...mane, "cds_1based"], ["AAA", "ENST1.2", "NM_1.1", "7", "-", "310-320,400-403"]),
  },
  genePred: {
    name: "ensembl",
    text: table(
      predColumns,
      ["ENST1.1.v75", "chr7", "-", "309", "403", "299,399,", "320,460,", "***AAA_ENST1.1.v75***"],
      ["ENST9.1.v75", "chr7", "-", "309", "320", "299,", "320,", "AAA_ENST9.1.v75"],
      ["ENST8.1.v75", "chr7", "-", "309", "320", "299,", "320,", "AAA_ENST8.1.v75"],
    ),
  },
  codingSequences: {
    name: "cds",
    text: ">AAA|ENST1.2|NM_1.1\nATGCATTCCAAATAG\n>BBB|x\nATGCCCAAATAA\n",
  },
};

const text = packGeneModels(tables, {
  numberedBy: new Set(["ENST9"]),
  asked: (assembly, contig) => ({
    isAskedAbout: (gene) => gene !== "DDD",
    spans: assembly === "GRCh38" && contig === "8" ? [[1000, 5600]] : [],
    flanked: assembly === "GRCh38" && contig === "8" ? [[200, 6400]] : [],
  }),
});
const models = openPackedModels(Buffer.from(text), "gene-models.txt");

describe("the packed file of gene models", () => {
  test("gives back the transcripts of both builds, with the flags of what is known of them", () => {
    const [own] = models.of("GRCh38").transcriptsAt("7", 115, 115);
    expect(own).toMatchObject({
      id: "ENST1.2",
      refseq: "NM_1.1",
      gene: "AAA",
      reversed: true,
      exons: [
        [100, 120],
        [200, 260],
      ],
      coding: [
        [110, 120],
        [200, 203],
      ],
      preferred: true,
      hasUtr: true,
    });
    const older = models.of("GRCh37").transcriptsOf("AAA");
    expect(older.map(({ id, preferred, hasUtr }) => [id, preferred, hasUtr])).toEqual([
      ["ENST1.1", false, true],
      ["ENST9.1", false, true],
      ["ENST1.2", true, false],
    ]);
  });

  test("lays the coding sequence on the plus strand of both builds, and leaves the rest unknown", () => {
    // ATGC lies from 203 down to 200, ATTCCAAATAG from 120 down to 110.
    expect(models.of("GRCh38").bases("7", 199, 204)).toBe("NGCATN");
    expect(models.of("GRCh38").bases("7", 109, 121)).toBe("NCTATTTGGAATN");
    expect(models.of("GRCh37").bases("7", 400, 403)).toBe("GCAT");
    expect(models.of("GRCh38").bases("8", 1, 3)).toBe("NNN");
  });

  test("leaves out a sequence that fits no transcript of its gene", () => {
    expect(models.of("GRCh38").bases("7", 5010, 5018)).toBe("NNNNNNNNN");
  });

  test("finds what lies within a flank", () => {
    expect(models.of("GRCh38").transcriptsAt("7", 270, 270)).toEqual([]);
    expect(models.of("GRCh38").transcriptsAt("7", 270, 270, 10)).toHaveLength(1);
  });

  test("knows where nothing is read of the genes that are asked about, 101 bases from what is read of all", () => {
    // 5100 and 5400 are 299 bases apart: 5201 to 5299 lie deep inside. DDD cuts the first intron of CCC in two.
    const inside = [
      [1201, 2899],
      [3111, 4899],
      [5201, 5299],
    ];
    expect(models.of("GRCh38").quietPlaces("8")).toEqual([
      { kind: "intron", gene: "CCC", spans: inside },
      { kind: "beside", gene: "", spans: [[200, 899]] },
      { kind: "beside", gene: "DDD", spans: [[5701, 6400]] },
    ]);
    expect(models.of("GRCh38").quietPlaces("7")).toEqual([]);
    expect(models.of("GRCh37").quietPlaces("8")).toEqual([]);
    const changed = text.replace("\tCCC\t1201\t", "\tCCC\t1202\t");
    const damaged = openPackedModels(Buffer.from(changed), "gene-models.txt");
    expect(() => damaged.of("GRCh38").quietPlaces("8")).toThrow(Refusal);
  });

  test("refuses a file that was changed, in its contents at once and in a chunk when it is used", () => {
    const head = Buffer.from(text.replace("GRCh37", "GRCh99"));
    expect(() => openPackedModels(head, "gene-models.txt")).toThrow(Refusal);
    const chunk = openPackedModels(
      Buffer.from(text.replace("ENST2.1", "ENST2.9")),
      "gene-models.txt",
    );
    expect(() => chunk.of("GRCh38").transcriptsAt("7", 5010, 5010)).toThrow(Refusal);
  });

  test("finds the transcripts of a gene wherever in a chunk of the shipped file they stand", () => {
    const bytes = readFileSync(
      new URL("../../../../knowledgebase/gene-models.txt", import.meta.url),
    );
    const shipped = openPackedModels(bytes, "gene-models.txt");
    const { chunks } = JSON.parse(
      bytes.toString("latin1", 0, bytes.indexOf("\n")),
    ) as ModelContents;
    let at = bytes.indexOf("\n", bytes.indexOf("\n") + 1) + 1;
    for (const [index, { assembly, size }] of chunks.entries()) {
      const lines = bytes
        .toString("latin1", at, at + size)
        .trimEnd()
        .split("\n");
      at += size;
      // Some of them, those of both ends included: each search passes megabytes.
      if (index % 40 !== 0 && index !== chunks.length - 1) continue;
      const transcripts = lines.filter((line) => line.startsWith("T\t"));
      for (const line of [transcripts.at(0), transcripts.at(-1)]) {
        const [, gene = "", id = ""] = line?.split("\t") ?? [];
        const found = shipped.of(assembly).transcriptsOf(gene);
        expect(found.map((transcript) => transcript.id)).toContain(id);
        expect(new Set(found.map((transcript) => transcript.gene))).toEqual(new Set([gene]));
        const byId = shipped.of(assembly).transcriptById(bareId(id));
        expect(bareId(byId?.id ?? "")).toBe(bareId(id));
      }
    }
  });
});
