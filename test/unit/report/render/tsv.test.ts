import { expect, test } from "vitest";
import type { Report } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { tsv } from "../../../../src/report/render/tsv.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { poisonedReport } from "../poison.ts";
import { emptyParts, sampleParts } from "../sample-report.ts";

/** The lines below the head, as records by the names of the columns. */
function rowsOf(report: Report): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(report);
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ""])));
}

function cellsOf(report: Report): string[][] {
  const lines = tsv.render(report).split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => line.split("\t"));
}

const report = buildReport(sampleParts());

test("the columns are fixed: a new one comes at the end", () => {
  expect(cellsOf(report)[0]?.join(" ")).toBe(
    "case kind rank therapy therapy_id gene alteration observation description vaf depth tier level on_tumor specificity verification lesion flags approvals_on_tumor tier_statements statements documents reason caveats knowledgebase outside_levels",
  );
});

test("a row is a target with one alteration, by rank, and numbers stay numbers", () => {
  const targets = rowsOf(report).filter(({ kind }) => kind === "target");
  expect(targets.map(({ rank }) => Number(rank))).toEqual(report.targets.map(({ rank }) => rank));
  expect(targets[0]).toMatchObject({
    case: "demo-crc-01",
    therapy: "Encorafenib + Cetuximab",
    gene: "BRAF",
    alteration: "BRAF V600E",
    observation: "small-variant:GRCh37:7:140453136:A:T",
    vaf: "0.3818",
    depth: "110",
    tier: "I",
    level: "A",
    on_tumor: "yes",
    approvals_on_tumor: "FDA 2020-04-08, accelerated; EMA (date not known)",
    knowledgebase: "2026.11.0",
  });
  expect(targets.at(-1)).toMatchObject({ tier: "", level: "", on_tumor: "not known", vaf: "" });
});

test("a target with two alterations is two rows of one rank, each with its own evidence", () => {
  const parts = sampleParts();
  const first = parts.targets.find(({ rank }) => rank === 1);
  const [evidence] = first?.evidence ?? [];
  if (first === undefined || evidence === undefined) throw new Error("the sample has no target");
  const other = { observation: "ihc:MLH1", label: "MLH1 IHC lost", gene: "MLH1" };
  const both = {
    ...first,
    alterations: [...first.alterations, other],
    evidence: [
      evidence,
      { ...evidence, statement: "made-up:1", observations: [other.observation] },
    ],
  };
  const rows = rowsOf(buildReport({ ...parts, targets: [both] })).filter(
    ({ kind }) => kind === "target",
  );
  expect(rows.map(({ rank, alteration, statements }) => [rank, alteration, statements])).toEqual([
    ["1", "BRAF V600E", evidence.statement],
    ["1", "MLH1 IHC lost", "made-up:1"],
  ]);
});

test("an approval in another tumor type is not told as one in this", () => {
  const parts = sampleParts();
  const elsewhere = parts.targets.map((target) => ({
    ...target,
    evidence: target.evidence.map((row) => ({ ...row, relation: "other" as const })),
  }));
  const approvals = rowsOf(buildReport({ ...parts, targets: elsewhere })).map(
    (row) => row["approvals_on_tumor"],
  );
  expect(new Set(approvals)).toEqual(new Set([""]));
});

test("therapies that are spoken against follow with their kind and without a rank", () => {
  const against = rowsOf(report).filter(({ kind }) => /blocked|evidence/.test(kind ?? ""));
  expect(against.map(({ kind, therapy }) => `${kind}: ${therapy}`)).toEqual(
    report.blocked.map(({ kind, therapy }) => `${kind}: ${therapy.label}`),
  );
  expect(new Set(against.map(({ rank }) => rank))).toEqual(new Set([""]));
});

test("a case without a target still says what was not assessed", () => {
  const empty = buildReport(emptyParts());
  expect(empty.targets).toEqual([]);
  expect(empty.notAssessed.length).toBeGreaterThan(0);
  expect(rowsOf(empty).filter(({ kind }) => kind === "not assessed")).toHaveLength(
    empty.notAssessed.length,
  );
});

test.each(hostileTexts)("no field adds a line, a cell or a formula: %j", (hostile) => {
  const shape = (cells: string[][]): number[] => cells.map(({ length }) => length);
  const cells = cellsOf(poisonedReport(hostile));
  expect(shape(cells)).toEqual(shape(cellsOf(poisonedReport("word"))));
  for (const cell of cells.flat()) {
    expect(cell).not.toMatch(/^[=+@-]/);
    expect(cell).not.toMatch(/\p{Cc}/u);
  }
});
