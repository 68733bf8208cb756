import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import { streamSource } from "../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../src/model/report.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";

const root = join(import.meta.dirname, "../..");
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));

async function interpret(record: string, csq: string | null): Promise<Report> {
  const fields = "Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp";
  const text = [
    "##fileformat=VCFv4.2",
    ...(csq === null
      ? []
      : [`##INFO=<ID=CSQ,Number=.,Type=String,Description="VEP. Format: ${fields}">`]),
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
    `${record}\t.\tPASS\t${csq === null ? "." : `CSQ=${csq}`}\tGT\t0/1\n`,
  ].join("\n");
  return await interpretCase(
    {
      ...noEvidence,
      id: "case",
      tumorType: "COAD",
      assembly: "GRCh38",
      variants: streamSource(
        "case.vcf",
        (async function* () {
          yield text;
        })(),
      ),
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      models: packed.of,
      toolVersion: "0",
    },
    knowledgebase,
  );
}

/** Annotations that name none but another transcript of the gene, as an annotator's pick may leave them. */
const cases = [
  {
    label: "KRAS G12D",
    record: "12\t25245350\t.\tC\tT",
    csq: "T|upstream_gene_variant|KRAS|ENST00000556131||",
  },
  {
    label: "EGFR E746_A750del",
    record: "7\t55174772\t.\tGGAATTAAGAGAAGCA\tG",
    csq: "-|inframe_deletion|EGFR|ENST00000455089|c.2101_2115del|p.Glu701_Ala705del",
  },
  {
    label: "BRAF V600E",
    record: "7\t140753336\t.\tA\tT",
    csq: "T|intron_variant|BRAF|ENST00000496384||",
  },
];

test.each(cases)(
  "$label is found on the preferred transcript that the annotation leaves out",
  async ({ label, record, csq }) => {
    const annotated = await interpret(record, csq);
    const bare = await interpret(record, null);
    const statements = ({ findings }: Report): string[][] =>
      findings.map((finding) => [...finding.statements]);
    expect(annotated.findings.map((finding) => finding.label)).toEqual([label]);
    expect(statements(annotated)).toEqual(statements(bare));
    expect(statements(annotated)[0]?.length).toBeGreaterThan(0);
    expect(annotated.problems.map(({ code }) => code)).toContain("annotation-of-other-transcript");
  },
);
