import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import { fileSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Knowledgebase } from "../../../src/knowledgebase/knowledgebase.ts";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import type { Report } from "../../../src/model/report.ts";
import { type CaseRequest, noEvidence } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { oncomineText } from "../read/callable/oncomine-lines.ts";

const root = join(import.meta.dirname, "../../..");
const shipped = await loadKnowledgebase(join(root, "knowledgebase"));
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const folder = mkdtempSync(join(tmpdir(), "metaction-callable-"));

function written(name: string, text: string): ReturnType<typeof fileSource> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return fileSource(path);
}

async function interpret(
  parts: Partial<CaseRequest>,
  knowledgebase: Knowledgebase = shipped,
): Promise<Report> {
  const request: CaseRequest = {
    ...noEvidence,
    id: "case",
    tumorType: "COAD",
    protein: [],
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    models: packed.of,
    toolVersion: "0",
    ...parts,
  };
  return await interpretCase(request, knowledgebase);
}

/** The shipped content with one statement of KRAS that asks for something else. */
function asking(constraint: Constraint): Knowledgebase {
  const [statement] = shipped.statements.filter(({ gene }) => gene === "KRAS");
  if (statement === undefined) throw new Error("no statement of KRAS");
  const variant = { id: "KRAS:asked", label: "asked", constraints: [constraint] };
  return { ...shipped, statements: [{ ...statement, id: "asked", variant }] };
}

const open = ({ notAssessed }: Report): string[] =>
  notAssessed.filter(({ code }) => code === "not-covered").map(({ what }) => what);

test("a file that lists hotspots gives findings for positive rows only, and proves what it covers", async () => {
  const variants = written("oncomine.vcf", oncomineText);
  const twelve: Constraint = { type: "wild-type", gene: "KRAS", codons: [12, 13] };
  const report = await interpret({ variants }, asking(twelve));
  expect(report.findings.map(({ label }) => label)).toEqual(["BRAF V600E"]);
  expect(open(report)).toEqual([]);
  const sixtyOne: Constraint = { type: "wild-type", gene: "KRAS", codons: [12, 61, 146] };
  const [gap] = open(await interpret({ variants }, asking(sixtyOne)));
  expect(gap).toBe(
    "Statements about wild type or absence: KRAS codon 146 not covered by oncomine.vcf",
  );
});

test("the same file as --callable also tells which assays of copies and fusions were made", async () => {
  const variants = written("oncomine.vcf", oncomineText);
  const callable = [{ source: variants }];
  const copyNumber = [{ source: written("genes.csv", "gene,copies\nEGFR,2\nERBB2,2\n") }];
  const not = (constraint: Constraint): Constraint => ({ type: "not", constraint });
  const amplified = not({ type: "copy-number", gene: "EGFR", change: "amplification" });
  const report = await interpret({ variants, callable, copyNumber }, asking(amplified));
  expect(open(report)).toEqual([]);
  expect(report.counts.callable).toEqual({
    read: 8,
    matched: 0,
    notMatched: 6,
    setAside: 2,
    refused: 0,
  });
});

test("read as variants, copies, rearrangements and coverage at once, it gives findings for positive rows only", async () => {
  const source = written("oncomine.vcf", oncomineText);
  const given = {
    callable: [{ source }],
    copyNumber: [{ source }],
    structuralVariants: [{ source }],
  };
  const report = await interpret({ variants: source, ...given });
  expect(report.findings.map(({ label }) => label)).toEqual(["BRAF V600E"]);
  const amplified = oncomineText.replace("GT:CN\t./.:2\n", "GT:CN\t./.:14\n");
  const positive = written("positive.vcf", amplified);
  const found = await interpret({
    variants: positive,
    callable: [{ source: positive }],
    copyNumber: [{ source: positive }],
  });
  expect(found.findings.map(({ label }) => label).toSorted()).toEqual([
    "BRAF V600E",
    expect.stringMatching(/^EGFR /),
  ]);
});

const header = `##fileformat=VCFv4.2
##contig=<ID=chr12,length=133275309,assembly=GRCh38>
##FILTER=<ID=weak,Description="weak">
##FORMAT=<ID=GT,Number=1,Type=String,Description="genotype">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description="reads">
##FORMAT=<ID=PS,Number=1,Type=Integer,Description="phase set">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR
`;
const exonTwo = () => ({ source: written("panel.bed", "chr12\t25245273\t25245384\n") });

test("a panel proves wild type, and a call there that failed a filter takes the proof away", async () => {
  const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12] });
  const clean = written(
    "clean.vcf",
    `${header}chr12\t25245277\t.\tC\tG\t.\tweak\t.\tGT:AD\t0/1:90,9\n`,
  );
  expect(open(await interpret({ variants: clean, callable: [exonTwo()] }, wildType))).toEqual([]);
  const doubtful = written(
    "doubt.vcf",
    `${header}chr12\t25245350\t.\tC\tT\t.\tweak\t.\tGT:AD\t0/1:90,9\n`,
  );
  const [gap] = open(await interpret({ variants: doubtful, callable: [exonTwo()] }, wildType));
  expect(gap).toContain("KRAS codon 12: a call failed weak (doubt.vcf:8)");
});

test.each([
  ["GT:AD", "./.:.,.", "the genotype is missing"],
  ["GT", ".", "the genotype is missing"],
  ["GT:AD", "./.:90,0", "the genotype is missing"],
  ["GT:AD", "0/0:1,0", "a depth of 1 is below 20"],
  ["GT:AD", "0/0:19,0", "a depth of 19 is below 20"],
  ["AD", "2,0", "a depth of 2 is below 20"],
])("a panel proves no wild type of a codon where %s is %s", async (format, values, why) => {
  const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12, 13] });
  const line = `chr12\t25245350\t.\tC\tT\t.\tPASS\t.\t${format}\t${values}\n`;
  const variants = written("unread.vcf", `${header}${line}`);
  const [gap] = open(await interpret({ variants, callable: [exonTwo()] }, wildType));
  expect(gap).toContain(`KRAS codon 12: ${why} (unread.vcf:8)`);
});

test.each([
  ["0/0:60,40", "the genotype lacks an allele that 40 of 100 reads hold"],
  ["./.:60,40", "the genotype is missing beside an allele that 40 of 100 reads hold"],
  ["0/0:97,3", "the genotype lacks an allele that 3 of 100 reads hold"],
])(
  "wild type stays open where the genotype and its reads are %s, and the record is a problem once",
  async (values, why) => {
    const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12, 13] });
    const line = `chr12\t25245350\t.\tC\tT\t.\tPASS\t.\tGT:AD\t${values}\n`;
    const variants = written("opposed.vcf", `${header}${line}`);
    for (const callable of [[exonTwo()], [exonTwo(), { source: variants }]]) {
      const report = await interpret({ variants, callable }, wildType);
      expect(report.targets).toEqual([]);
      const [gap] = open(report);
      expect(gap).toContain(`KRAS codon 12: ${why} (opposed.vcf:8)`);
      expect(report.problems).toMatchObject([
        {
          code: "genotype-against-reads",
          severity: "warning",
          message: `${why}: KRAS G12D`,
          where: { file: "opposed.vcf", line: 8 },
          count: 1,
        },
      ]);
    }
  },
);

test.each([
  ["fewer than three reads", "25245350\t.\tC\tT", "0/0:38,2"],
  ["less than 2 % of the reads", "25245350\t.\tC\tT", "0/0:300,5"],
  ["a synonymous allele", "25245349\t.\tA\tG", "0/0:60,40"],
])(
  "wild type is not left open by %s beside a genotype of the reference",
  async (_, allele, values) => {
    const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [11, 12, 13] });
    const line = `chr12\t${allele}\t.\tPASS\t.\tGT:AD\t${values}\n`;
    const variants = written("reference.vcf", `${header}${line}`);
    const report = await interpret({ variants, callable: [exonTwo()] }, wildType);
    expect(open(report)).toEqual([]);
    expect(report.problems).toEqual([]);
  },
);

const countHeader = (samples: string) => `##fileformat=VCFv4.2
##contig=<ID=chr12,length=133275309,assembly=GRCh38>
${["DP", "DP4", "AD", "ADF", "ADR", "AF", "NR", "NV", "RD"]
  .flatMap((id) =>
    ["INFO", "FORMAT"].map(
      (kind) =>
        `##${kind}=<ID=${id},Number=.,Type=${id === "AF" ? "Float" : "Integer"},Description="x">\n`,
    ),
  )
  .join("")}##FORMAT=<ID=GT,Number=1,Type=String,Description="genotype">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${samples}
`;

test.each([
  ["DP=200;DP4=80,80,20,20", "GT", "0/0", "40 of 200 reads"],
  ["AD=160,40", "GT:DP", "0/0:200", "40 of 200 reads"],
  ["AF=0.2", "GT:DP", "0/0:200", "its reads"],
  [".", "GT:DP:ADF:ADR", "0/0:200:80,20:80,20", "40 of 200 reads"],
  [".", "GT:DP:NR:NV", "0/0:200:200:40", "40 of 200 reads"],
  [".", "GT:DP:RD:AD", "0/0:200:160:40", "40 of 200 reads"],
])(
  "wild type stays open where reads stand in %s and %s %s",
  async (info, format, values, reads) => {
    const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12, 13] });
    const line = `chr12\t25245350\t.\tC\tT\t.\tPASS\t${info}\t${format}\t${values}\n`;
    const source = written("counts.vcf", `${countHeader("TUMOR")}${line}`);
    const why = `the genotype lacks an allele that ${reads} hold`;
    for (const [variants, callable] of [
      [source, [exonTwo(), { source }]],
      [written("no-calls.vcf", header), [exonTwo(), { source }]],
    ] as const) {
      const report = await interpret({ variants, callable }, wildType);
      expect(open(report)[0]).toContain(`KRAS codon 12: ${why} (counts.vcf:`);
      const codes = report.problems.map(({ code }) => code);
      expect(codes).toContain("genotype-against-reads");
    }
  },
);

test.each([
  ["of a file with two samples", "TUMOR\tOTHER", "DP4=80,80,20,20", "GT:DP", "0/0:200"],
  ["beside counts of the sample itself", "TUMOR", "AF=0.2", "GT:DP:AD", "0/0:200:200,0"],
  ["with fewer than three reads", "TUMOR", "DP4=40,38,1,1", "GT:DP", "0/0:200"],
])("wild type is not left open by INFO %s", async (_, samples, info, format, values) => {
  const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12, 13] });
  const columns = samples.split("\t").map(() => values);
  const line = ["chr12\t25245350\t.\tC\tT\t.\tPASS", info, format, ...columns].join("\t");
  const variants = written("counts.vcf", `${countHeader(samples)}${line}\n`);
  const given = { variants, tumorSample: "TUMOR", callable: [exonTwo()] };
  expect(open(await interpret(given, wildType))).toEqual([]);
});

test("a gVCF with reads of an allele that its genotype lacks proves no wild type there", async () => {
  const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12] });
  const variants = written("no-calls.vcf", header);
  const of = (values: string) => [
    {
      source: written(
        "sample.g.vcf",
        `${header}chr12\t25245350\t.\tC\tT,<NON_REF>\t.\tPASS\tDP=100\tGT:AD\t${values}\n`,
      ),
    },
    exonTwo(),
  ];
  const report = await interpret({ variants, callable: of("0/0:60,40,0") }, wildType);
  const [gap] = open(report);
  const why = "the genotype lacks an allele that 40 of 100 reads hold";
  expect(gap).toContain(`KRAS codon 12: ${why} (sample.g.vcf:8)`);
  const opposed = report.problems.filter(({ severity }) => severity === "warning");
  expect(opposed).toMatchObject([
    { code: "genotype-against-reads", message: `${why}: 12:25245350 C>T`, count: 1 },
  ]);
  expect(report.counts.callable).toMatchObject({ read: 2, setAside: 1 });
  const clean = await interpret({ variants, callable: of("0/0:100,0,0") }, wildType);
  expect(open(clean)).toEqual([]);
  expect(clean.problems.filter(({ severity }) => severity === "warning")).toEqual([]);
});

test("each call that failed a filter takes the proof away, however many there are", async () => {
  const wildType = asking({ type: "wild-type", gene: "KRAS" });
  const panel = {
    source: written("gene.bed", "chr12\t25205245\t25250929\n"),
  };
  // Others that failed the same filter stand before it, where nothing is translated.
  const others = Array.from(
    { length: 20 },
    (_, index) => `chr12\t${25206000 + index}\t.\tN\tT\t.\tweak\t.\tGT:AD\t0/1:90,9\n`,
  );
  const call = `chr12\t25227263\t.\tN\tT\t.\tweak\t.\tGT:AD\t0/1:60,40\n`;
  const variants = written("filtered.vcf", `${header}${others.join("")}${call}`);
  const [gap] = open(await interpret({ variants, callable: [panel] }, wildType));
  expect(gap).toContain("KRAS: a call failed weak (filtered.vcf:28)");
});

test("a panel does not prove the absence of an allele whose genotype is missing", async () => {
  const allele = "12:25245350:C:T";
  const absent = asking({
    type: "not",
    constraint: { type: "allele", gene: "KRAS", alleles: { GRCh38: [allele] } },
  });
  const of = (values: string) => ({
    variants: written(
      "allele.vcf",
      `${header}chr12\t25245350\t.\tC\tT\t.\tPASS\t.\tGT:AD\t${values}\n`,
    ),
    callable: [exonTwo()],
  });
  const [gap] = open(await interpret(of("./.:.,."), absent));
  expect(gap).toContain("The named place in KRAS: the genotype is missing (allele.vcf:8)");
  expect(open(await interpret(of("0/0:90,0"), absent))).toEqual([]);
});

test("a record whose REF is not the base of the genome is no finding, is counted and proves nothing", async () => {
  const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12] });
  for (const values of ["0/1:90,40", "0/0:90,0"]) {
    const lines = [
      `chr12\t25245350\t.\tG\tT\t.\tPASS\t.\tGT:AD\t${values}`,
      "chr12\t25245347\t.\tC\tT\t.\tPASS\t.\tGT:AD\t0/1:90,40",
    ];
    const variants = written("edited.vcf", `${header}${lines.join("\n")}\n`);
    const report = await interpret({ variants, callable: [exonTwo()] }, wildType);
    expect(report.findings.map(({ label }) => label)).toEqual(["KRAS G13D"]);
    expect(report.setAside).toMatchObject([
      { code: "reference-mismatch", count: 1, examples: [{ label: "12:25245350 G>T", line: 8 }] },
    ]);
    const { read, matched, notMatched, setAside, refused } = report.counts.variants ?? {};
    expect({ read, matched, notMatched, setAside, refused }).toEqual({
      read: 2,
      matched: 0,
      notMatched: 1,
      setAside: 1,
      refused: 0,
    });
    expect(report.problems.map(({ code }) => code)).toContain("reference-mismatch");
    const [gap] = open(report);
    expect(gap).toContain("KRAS codon 12: REF is not the base of the genome (edited.vcf:8)");
  }
});

test("a row of a MAF whose reference is not the base of the genome is no finding", async () => {
  const columns =
    "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tVariant_Classification\tVariant_Type\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tHGVSp_Short";
  const row =
    "BRAF\tGRCh38\tchr7\t140753336\t140753336\tMissense_Mutation\tSNP\tC\tC\tT\tT1\tp.V600E";
  const report = await interpret({ variants: written("edited.maf", `${columns}\n${row}\n`) });
  expect([report.findings, report.targets]).toEqual([[], []]);
  expect(report.setAside).toMatchObject([{ code: "reference-mismatch", count: 1 }]);
  expect(report.counts.variants).toMatchObject({ read: 1, setAside: 1 });
});

test("a call of the reference with enough reads takes no proof of a panel away", async () => {
  const wildType = asking({ type: "wild-type", gene: "KRAS", codons: [12] });
  const line = "chr12\t25245350\t.\tC\tT\t.\tPASS\t.\tGT:AD\t0/0:20,0\n";
  const variants = written("negative.vcf", `${header}${line}`);
  expect(open(await interpret({ variants, callable: [exonTwo()] }, wildType))).toEqual([]);
});

test.each([
  ["0|1", "0|1", "cis"],
  ["0|1", "1|0", "trans"],
])("phased genotypes %s and %s lie in %s", async (first, second, phase) => {
  const lines = [
    `chr12\t25227342\t.\tT\tA\t.\tPASS\t.\tGT:AD:PS\t${first}:50,50:7`,
    `chr12\t25245350\t.\tC\tT\t.\tPASS\t.\tGT:AD:PS\t${second}:50,50:7`,
  ];
  const variants = written("phased.vcf", `${header}${lines.join("\n")}\n`);
  const both = (asked: "cis" | "trans") =>
    asking({
      type: "all",
      phase: asked,
      constraints: [
        { type: "codon", gene: "KRAS", residue: "Q", position: 61 },
        { type: "codon", gene: "KRAS", residue: "G", position: 12 },
      ],
    });
  for (const asked of ["cis", "trans"] as const) {
    const { counts } = await interpret({ variants }, both(asked));
    expect(counts.variants?.matched).toBe(asked === phase ? 2 : 0);
  }
});

/** A gVCF that reads exon 2 of KRAS, with one record at the second base of codon 12. */
const gvcf = (record: string, contigs = "##contig=<ID=chr12,length=133275309>") =>
  written(
    "own.g.vcf",
    [
      "##fileformat=VCFv4.2",
      contigs,
      "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
      "chr12\t25245273\t.\tN\t<NON_REF>\t.\t.\tEND=25245349\tGT:DP\t0/0:60",
      `chr12\t25245350\t.\tC\t${record}`,
      "chr12\t25245351\t.\tN\t<NON_REF>\t.\t.\tEND=25245384\tGT:DP\t0/0:60",
      "",
    ].join("\n"),
  );
const twelve = asking({ type: "wild-type", gene: "KRAS", codons: [12] });

test.each([
  ["T,<NON_REF>\t.\tPASS\t.\tGT:DP\t0/1:100", "KRAS G12D is called there, and is not"],
  ["T,<NON_REF>\t.\tPASS\t.\tGT:DP\t1/1:100", "KRAS G12D is called there, and is not"],
  ["T\t.\tLowQ\t.\tGT:DP\t0/1:100", "KRAS G12D is called there, filtered as LowQ, and is not"],
])(
  "a gVCF that calls what the variants do not hold proves no wild type: %j",
  async (record, why) => {
    const variants = written("none.vcf", header);
    const callable = [{ source: gvcf(record) }, exonTwo()];
    const report = await interpret({ variants, callable }, twelve);
    expect(open(report)[0]).toContain(`KRAS codon 12: ${why} among the variants (own.g.vcf:5)`);
    // The allele is one that the shipped knowledgebase names.
    const { problems } = await interpret({ variants, callable });
    expect(problems.map(({ code }) => code)).toContain("called-beside-variants");
  },
);

test("a gVCF that calls what the variants hold, or what changes no protein, leaves the proof as it is", async () => {
  const held = written(
    "held.vcf",
    `${header}chr12\t25245350\t.\tC\tT\t.\tPASS\t.\tGT:AD\t0/1:9,9\n`,
  );
  const called = [{ source: gvcf("T,<NON_REF>\t.\tPASS\t.\tGT:DP\t0/1:100") }];
  const report = await interpret({ variants: held, callable: called }, twelve);
  expect(open(report)).toEqual([]);
  expect(report.problems).toEqual([]);
  const silent = written(
    "silent.g.vcf",
    `${header}chr12\t25245349\t.\tA\tG\t.\tPASS\t.\tGT:DP\t0/1:50\n`,
  );
  const variants = written("none.vcf", header);
  const callable = [exonTwo(), { source: silent }];
  expect(open(await interpret({ variants, callable }, twelve))).toEqual([]);
});

test.each([
  ["##contig=<ID=chr12,length=133851895>", "own.g.vcf is of GRCh37, and the case of GRCh38"],
  [
    [1, 2, 3].map((name) => `##contig=<ID=chr${name},length=12345>`).join("\n"),
    "own.g.vcf is of another genome build, and the case of GRCh38",
  ],
])("a gVCF of another build than the case is refused: %s", async (contigs, message) => {
  const callable = [{ source: gvcf("<NON_REF>\t.\t.\t.\tGT:DP\t0/0:60", contigs) }];
  const variants = written("none.vcf", header);
  await expect(interpret({ variants, callable }, twelve)).rejects.toMatchObject({
    kind: "identity",
    problems: [{ code: "callable-build", message }],
  });
});

test("a BED with a region behind the end of its chromosome is of another build, and refused", async () => {
  const variants = written("none.vcf", header);
  const bed = "chr12\t25245270\t25245390\nchr12\t133275309\t133275320\n";
  const callable = [{ source: written("beyond.bed", bed) }];
  await expect(interpret({ variants, callable }, twelve)).rejects.toMatchObject({
    kind: "identity",
    problems: [
      {
        code: "callable-build",
        where: { line: 2 },
        message: expect.stringContaining("12:133275310-133275320, and chromosome 12 of GRCh38"),
      },
    ],
  });
});
