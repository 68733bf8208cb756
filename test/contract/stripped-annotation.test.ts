import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { streamSource } from "../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Assembly } from "../../src/model/locus.ts";
import type { Report } from "../../src/model/report.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { shared } from "./check-shared-file.ts";

const root = join(import.meta.dirname, "../..");
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

interface AnnotatedFile {
  readonly path: string;
  /** Where the file does not tell its build. */
  readonly assembly?: Assembly;
  readonly tumorSample?: string;
  /** Statements that the annotated file meets; none where no variant lies in a gene of the knowledgebase. */
  readonly statements: number;
  /** Genes of statements that only the annotation reaches: their coding sequence does not ship. */
  readonly missing?: readonly string[];
}

/** Every file of the folder that carries CSQ or ANN. */
const files: readonly AnnotatedFile[] = [
  { path: "vatools/vep_annotation_reporter__input.vcf.gz", statements: 22 },
  {
    path: "ctat/variants.HC_hard_cutoffs_applied.cancer.vcf",
    statements: 100,
    missing: ["NFE2L2"],
  },
  { path: "bcftools/split-vep.vcf.gz", statements: 0 },
  { path: "vatools/input.mnp.vcf.gz", statements: 0 },
  { path: "vatools/input.complex_indel.vcf.gz", statements: 0 },
  {
    path: "vatools/vep_annotation_reporter__input.merge_multiple_transcripts.vcf.gz",
    assembly: "GRCh38",
    statements: 0,
  },
  {
    path: "snpeff/cancer.ann.vcf",
    assembly: "GRCh37",
    tumorSample: "Patient_01_Somatic",
    statements: 0,
  },
  {
    path: "snpeff/cancer_pedigree.ann.vcf",
    assembly: "GRCh37",
    tumorSample: "Patient_01_Somatic",
    statements: 0,
  },
  { path: "snpeff/test.ann.vcf", assembly: "GRCh37", statements: 0 },
  {
    path: "snpeff/test.chr22.ann.filter_missense_any.vcf",
    assembly: "GRCh37",
    statements: 0,
  },
  { path: "snpeff/variants_1.ann.vcf", assembly: "GRCh37", statements: 0 },
  { path: "snpeff/variants_2.ann.vcf", assembly: "GRCh37", statements: 0 },
];

/** SnpEff's own test files begin with its log, or lack the first line and the names of the columns. */
function complete(text: string): string {
  const lines = text.split("\n").filter((line) => line.startsWith("#") || /^\S+\t\d+\t/.test(line));
  const [first = ""] = lines.filter((line) => !line.startsWith("#"));
  const samples = first.split("\t").slice(9);
  const columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];
  const named = [
    ...columns,
    ...(samples.length > 0 ? ["FORMAT"] : []),
    ...samples.map((_, at) => `S${at + 1}`),
  ];
  const meta = lines.filter((line) => line.startsWith("##") && !line.startsWith("##fileformat"));
  const head = lines.find((line) => line.startsWith("#CHROM")) ?? named.join("\t");
  const format = lines.find((line) => line.startsWith("##fileformat")) ?? "##fileformat=VCFv4.1";
  return `${[format, ...meta, head, ...lines.filter((line) => !line.startsWith("#"))].join("\n")}\n`;
}

/** The text without its annotation and without the frequencies that come with it. */
function strip(text: string): string {
  const annotation = /^(?:CSQ|ANN|BCSQ)(?:=|$)/;
  return text
    .split("\n")
    .filter((line) => !/^##INFO=<ID=(?:CSQ|ANN|BCSQ),/.test(line))
    .map((line) => {
      if (line.startsWith("#") || line === "") return line;
      const cells = line.split("\t");
      const info = (cells[7] ?? "").split(";").filter((entry) => !annotation.test(entry));
      cells[7] = info.join(";") || ".";
      return cells.join("\t");
    })
    .join("\n");
}

function statementsOf({ findings }: Report): string[] {
  return [...new Set(findings.flatMap(({ statements }) => statements))];
}

function readFile(path: string): string {
  const bytes = readFileSync(`${shared}data/vcf/${path}`);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));

describe.skipIf(!existsSync(shared))("an annotated file, stripped of its annotation,", () => {
  test("is every annotated file of the folder", () => {
    const folder = `${shared}data/vcf/`;
    const annotated = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) =>
        /\.vcf(?:\.gz)?$/.test(name) && /^##INFO=<ID=(?:CSQ|ANN|BCSQ),/m.test(readFile(name)),
    );
    expect(annotated.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  });

  test.each(files)("$path meets the same statements", async (file) => {
    const { path, missing = [], statements, assembly, tumorSample } = file;
    const text = complete(readFile(path));
    const run = async (own: string): Promise<Report> =>
      await interpretCase(
        {
          id: "case",
          tumorType: "LUAD",
          variants: streamSource(
            "case.vcf",
            (async function* () {
              yield own;
            })(),
          ),
          protein: [],
          ...noEvidence,
          includeFiltered: false,
          strict: false,
          allowTruncated: false,
          models: packed.of,
          toolVersion: "0",
          ...(assembly === undefined ? {} : { assembly }),
          ...(tumorSample === undefined ? {} : { tumorSample }),
        },
        knowledgebase,
      );
    const annotated = await run(text);
    const named = statementsOf(annotated);
    const stripped = statementsOf(await run(strip(text)));
    expect(annotated.problems.map(({ code }) => code)).not.toContain("annotation-disagrees");
    expect(named.length).toBeGreaterThanOrEqual(statements);
    expect(stripped.filter((id) => !named.includes(id))).toEqual([]);
    const lost = named.filter((id) => !stripped.includes(id));
    const genes = knowledgebase.statements.flatMap(({ id, gene }) =>
      lost.includes(id) ? [gene] : [],
    );
    expect([...new Set(genes)].toSorted()).toEqual(missing);
  });
});
