/** Wild type is met by no finding: every statement that asks for it goes through to every output. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openPackedModels } from "../../src/annotate/models/packed-models.ts";
import type { Constraint } from "../../src/constraints/constraints.ts";
import { fileSource } from "../../src/io/byte-source.ts";
import type { Statement } from "../../src/knowledgebase/knowledgebase.ts";
import { directions, predicates } from "../../src/model/report-terms.ts";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { compareReports } from "../../src/report/compare-reports.ts";
import { explainWhyNot } from "../../src/report/explain-why-not.ts";
import { describeBlockedPath, describeTargetPath } from "../../src/report/render/describe-path.ts";
import { renderers } from "../../src/report/render/renderers.ts";
import { summarizeReport } from "../../src/run/batch/summarize-report.ts";
import { type CaseRequest, noEvidence } from "../../src/run/case-request.ts";
import { explainCase } from "../../src/run/explain-case.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { callsOfReport } from "../../src/run/stored/measurements-of-report.ts";
import { replayReport } from "../../src/run/stored/replay-report.ts";
import { shipped } from "./rank-shipped.ts";

const models = openPackedModels(
  readFileSync(join(import.meta.dirname, "../../knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const folder = mkdtempSync(join(tmpdir(), "metaction-wild-type-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, lines: readonly string[]): ReturnType<typeof fileSource> {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return fileSource(path);
}

const head = [
  "##fileformat=VCFv4.2",
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="x">',
  '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="x">',
];
const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR";
const contigs = [...Array.from({ length: 22 }, (_, index) => String(index + 1)), "X", "Y"];
const none = written("none.vcf", [...head, columns]);
const bed = written(
  "everything.bed",
  contigs.map((contig) => `${contig}\t0\t250000000`),
);
const blocks = written("everything.g.vcf", [
  ...head,
  '##INFO=<ID=END,Number=1,Type=Integer,Description="x">',
  columns,
  ...contigs.map((contig) => `${contig}\t1\t.\tN\t<NON_REF>\t.\t.\tEND=250000000\tGT:DP\t0/0:100`),
]);
const copies = written("copies.csv", ["gene,copies", "ERBB2,12"]);

/** A case of which everything was read, and in which nothing but the copies of ERBB2 is changed. */
function caseOf(tumorType: string | null, callable = bed): CaseRequest {
  return {
    ...noEvidence,
    id: "case",
    ...(tumorType === null ? {} : { tumorType }),
    assembly: "GRCh38",
    variants: none,
    callable: [{ source: callable }],
    copyNumber: [{ source: copies }],
    protein: [],
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    models: models.of,
    toolVersion: "0",
  };
}

function asksForWildType(constraint: Constraint): boolean {
  if (constraint.type === "wild-type") return true;
  return "constraints" in constraint && constraint.constraints.some(asksForWildType);
}

const asking = shipped.statements.filter(({ variant }) =>
  variant.constraints.some(asksForWildType),
);

/** What a reader of the report may ask for, without a throw; the report is what its schema says. */
function renderAll(report: Report): Map<string, string> {
  expect(reportSchema.safeParse(report).error).toBeUndefined();
  for (const target of report.targets) describeTargetPath(target, report.findings);
  for (const entry of report.blocked) describeBlockedPath(entry, report.findings);
  summarizeReport(report, { status: "done", exitCode: 0 });
  return new Map(renderers.map(({ id, render }) => [id, render(report)]));
}

describe.each([
  ["a panel", bed],
  ["a gVCF", blocks],
])("wild type that is proven by %s", (_, callable) => {
  it("meets every shipped statement of it, in its tumor, in others and in none, and every output is written", async () => {
    expect(asking.length).toBeGreaterThan(10);
    const tumors = new Set(asking.map(({ disease }) => disease.id));
    for (const tumorType of [...tumors, "GIST", null]) {
      const report = await interpretCase(caseOf(tumorType, callable), shipped);
      renderAll(report);
      const shown = new Set(
        [...report.targets, ...report.blocked].flatMap(({ evidence }) =>
          evidence.map(({ statement }) => statement),
        ),
      );
      // What makes no target is listed by its gene.
      const context = new Set(
        report.notAssessed.flatMap(({ code, genes }) =>
          code === "normal-state-only" || code === "effect-not-stated" ? genes : [],
        ),
      );
      const lost = asking.filter(({ id, gene }) => !shown.has(id) && !context.has(gene));
      expect(lost.map(({ id }) => id)).toEqual([]);
    }
  });
});

/** One for each alteration: neither therapy nor tumor is a part of how an absence is named. */
const distinct = new Map(asking.map((each) => [each.variant.id, each]));

const claims = [...distinct.values()].flatMap((statement) =>
  predicates.flatMap((predicate) =>
    directions.map((direction): Statement => ({ ...statement, predicate, direction })),
  ),
);

it("alone stands behind a therapy under its own name, whatever is said of it", async () => {
  const empty = await interpretCase(caseOf("GIST"), { ...shipped, statements: [] });
  for (const said of claims) {
    const knowledgebase = { ...shipped, statements: [said] };
    const request = caseOf(said.disease.id);
    const report = await interpretCase(request, knowledgebase);
    expectNamed(report);
    compareReports(empty, report);
    compareReports(report, empty);
    replayReport(report, knowledgebase);
    const asked = { gene: said.gene, change: "" };
    const { statements } = await explainCase(request, asked, knowledgebase);
    expect(statements.map(({ state }) => state)).toEqual(["met"]);
  }
});

/** Every target and block names what it rests on, in every readable output. */
function expectNamed(report: Report): void {
  const texts = renderAll(report);
  for (const { alterations, therapy, evidence } of [...report.targets, ...report.blocked]) {
    expect(alterations).not.toEqual([]);
    const ids = evidence.flatMap(({ observations }) => observations);
    expect(ids).toEqual(expect.arrayContaining(alterations.map(({ observation }) => observation)));
    const readable = ["html", "md", "tsv"].map((id) => texts.get(id));
    for (const text of readable) {
      for (const { label } of alterations) expect(text).toContain(label);
    }
    expect(explainWhyNot(report, therapy.id)).not.toEqual([]);
  }
}

it("of KIT is what regorafenib rests on, by its own words", async () => {
  const report = await interpretCase(caseOf("GIST"), shipped);
  const target = report.targets.find(({ therapy }) => therapy.id === "regorafenib");
  expect(target?.alterations).toEqual([
    { observation: "wild-type:KIT", label: "KIT wild type", gene: "KIT" },
  ]);
  expect(target?.amp).toMatchObject({ level: "C", statements: ["civic:EID4144"] });
  expect(target?.verification.state).toBe("not informative");
  const texts = target?.reasons.map(({ text }) => text).join(" ");
  expect(texts).toContain(
    'The case meets "KIT wild type" (CIViC EID4144): KIT was read and shows no mutation.',
  );
  expect(texts).not.toContain("any mutation");
  // No protein was measured, and a replay of the report takes none for normal.
  expect(callsOfReport(report, [])).toEqual([]);
});

it("of RAS and BRAF is what the antibodies against EGFR rest on in colorectal cancer, and proof is asked for", async () => {
  const levelsOf = ({ targets }: Report): (string | null)[] =>
    targets
      .filter(({ therapy }) => ["folfox-regimen+panitumumab", "panitumumab"].includes(therapy.id))
      .map(({ amp }) => amp.level);
  const proven = await interpretCase({ ...caseOf("COAD"), copyNumber: [] }, shipped);
  expect(levelsOf(proven)).toEqual(["A", "A"]);
  const { callable: _, ...unproven } = caseOf("COAD");
  const open = await interpretCase({ ...unproven, callable: [], copyNumber: [] }, shipped);
  expect(levelsOf(open)).toEqual([]);
  const unread = open.notAssessed.find(({ code }) => code === "no-callability");
  expect(unread?.genes).toEqual(expect.arrayContaining(["BRAF", "KRAS"]));
});

it("of EGFR speaks against gefitinib at the level of its source, as of no variant of unknown effect", async () => {
  const { blocked } = await interpretCase(caseOf("LUAD"), shipped);
  const entry = blocked.find(({ therapy }) => therapy.id === "gefitinib");
  expect(entry).toMatchObject({
    kind: "blocked",
    alterations: [{ observation: "wild-type:EGFR", label: "EGFR wild type", gene: "EGFR" }],
  });
  expect(entry?.reason.text).toContain(
    "CIViC EID2512 (lung non-small cell carcinoma, AMP level B)",
  );
});

it("resists what another alteration is sensitive to, and is not outweighed by it", async () => {
  const [source] = asking.filter(({ id }) => id === "civic:EID2512");
  if (source === undefined) throw new Error("no statement of EGFR wild type");
  const amplified: Statement = {
    ...source,
    id: "amplified",
    gene: "ERBB2",
    predicate: "sensitivity",
    evidenceLevel: "A",
    variant: {
      id: "ERBB2:amplification",
      label: "amplification",
      constraints: [{ type: "copy-number", gene: "ERBB2", change: "amplification" }],
    },
  };
  const statements = [source, amplified];
  const { targets, blocked } = await interpretCase(caseOf("LUAD"), { ...shipped, statements });
  expect(targets).toEqual([]);
  expect(
    blocked.map(({ kind, alterations }) => [kind, alterations.map(({ label }) => label)]),
  ).toEqual([["blocked", ["EGFR wild type"]]]);
});

it("something else that is proven to be absent stands under the statement's own name", async () => {
  const [source] = asking.filter(({ id }) => id === "civic:EID4144");
  if (source === undefined) throw new Error("no statement of KIT wild type");
  const variant = {
    id: "KIT:no-exon-11",
    label: "without V559D",
    constraints: [
      {
        type: "not" as const,
        constraint: { type: "protein-change" as const, gene: "KIT", change: "V559D" },
      },
    ],
  };
  const statements = [{ ...source, variant }];
  const report = await interpretCase(caseOf("GIST"), { ...shipped, statements });
  renderAll(report);
  expect(report.targets.map(({ alterations }) => alterations)).toEqual([
    [{ observation: "absence:KIT without V559D", label: "KIT without V559D", gene: "KIT" }],
  ]);
});

it("does not keep a target of another lesion from being listed, which the treated one lacks", async () => {
  const [source] = asking.filter(({ id }) => id === "civic:EID4144");
  if (source === undefined) throw new Error("no statement of KIT wild type");
  const braf: Statement = {
    ...source,
    id: "braf",
    gene: "BRAF",
    variant: {
      id: "BRAF:V600E",
      label: "V600E",
      constraints: [{ type: "protein-change", gene: "BRAF", change: "V600E" }],
    },
  };
  const called = (...records: readonly string[]): string[] => [
    ...head,
    columns,
    ...records.map((record) => `${record}\t.\tPASS\t.\tGT:DP\t0/1:100`),
  ];
  const treated = written("treated.vcf", called("4\t54727444\t.\tT\tA"));
  const primary = written("primary.vcf", called("7\t140753336\t.\tA\tT"));
  const { structuralVariants, fusions } = noEvidence;
  const report = await interpretCase(
    {
      ...caseOf("GIST"),
      variants: treated,
      lesions: {
        treated: { id: "liver", role: "metastasis" },
        others: [
          {
            id: "stomach",
            role: "primary",
            variants: primary,
            callable: [{ source: bed }],
            copyNumber: [],
            structuralVariants,
            fusions,
          },
        ],
        minAltReads: 3,
      },
    },
    { ...shipped, statements: [source, braf] },
  );
  renderAll(report);
  expect(report.targets).toEqual([]);
  expect(report.lesions?.notRanked).toMatchObject([
    { therapy: { id: "regorafenib" }, alterations: [{ label: "BRAF V600E" }] },
  ]);
});
