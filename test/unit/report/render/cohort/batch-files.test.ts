import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeProblem } from "../../../../../src/model/problem.ts";
import { parseReport } from "../../../../../src/report/parse-report.ts";
import { batchFiles } from "../../../../../src/report/render/cohort/batch-files.ts";
import { cohortTables } from "../../../../../src/report/render/cohort/cohort-tables.ts";
import { makeBatchTally } from "../../../../../src/run/batch/summarize-batch.ts";
import { recordFailure, summarizeReport } from "../../../../../src/run/batch/summarize-report.ts";
import { hostileTexts } from "../../hostile-texts.ts";

const cases = join(import.meta.dirname, "../../../../../fixtures/cases");

function summaryWith(word: string | null) {
  const names = ["colorectal-liver-braf", "breast-bone-pik3ca-her2"];
  const tally = makeBatchTally({
    toolVersion: "1.0.0",
    knowledgebase: { version: "2026.11.0", sha256: "0".repeat(64) },
  });
  for (const name of names) {
    const text = readFileSync(join(cases, name, "expected/report.json"), "utf8");
    const record = summarizeReport(parseReport(text, "report.json"), {
      status: "done",
      exitCode: 0,
    });
    tally.add(
      word === null
        ? record
        : {
            ...record,
            tumorType: word,
            biopsySite: word,
            blocked: [word],
            top: record.top.map((target) => ({ ...target, therapy: word, alterations: word })),
            therapies: record.therapies.map((entry) => ({ ...entry, therapy: word })),
            alterations: [{ gene: word, label: word }],
            notAssessed: [{ code: "x", what: word, settledBy: word }],
          },
    );
  }
  const problem = makeProblem("cut", "error", word ?? "the file is cut");
  tally.add(recordFailure("broken", { status: "failed", exitCode: 3 }, [problem]));
  return tally.summary();
}

const fileNamed = (name: string, summary = summaryWith(null)): string => {
  const file = batchFiles.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`no ${name}`);
  return file.render(summary);
};

test("summary.tsv has a row for each sample, and leaves empty what a failed one cannot have", () => {
  const [head = [], ...rows] = fileNamed("summary.tsv")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(row).toHaveLength(head.length);
  const failed = Object.fromEntries(head.map((name, index) => [name, rows[2]?.[index]]));
  expect(failed).toMatchObject({ status: "failed", exit_code: "3", targets: "", tier_I: "" });
});

test("each row of each table of the cohort has as many cells as its head", () => {
  for (const { head, rows } of cohortTables(summaryWith(null))) {
    for (const row of rows) expect(row).toHaveLength(head.length);
  }
  const [therapies] = cohortTables(summaryWith(null));
  expect(therapies?.rows[0]?.slice(2).map(Number)).toContain(1);
});

test("MultiQC is told nothing of a sample without a report", () => {
  for (const name of batchFiles.map((file) => file.name).filter((file) => file.includes("_mqc"))) {
    expect(fileNamed(name)).not.toContain("broken");
  }
});

test("the page allows its own style and nothing else, and has no script", () => {
  const page = fileNamed("cohort.html");
  const style = /<style>([^]*?)<\/style>/u.exec(page)?.[1] ?? "";
  const digest = createHash("sha256").update(style).digest("base64");
  expect(page).toContain(`style-src &#39;sha256-${digest}&#39;`.replaceAll("&#39;", "'"));
  expect(page).not.toContain("<script");
  expect(page).toContain('role="img"');
});

describe("text of files", () => {
  const shape = (page: string): string[] =>
    [...page.matchAll(/<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)/giu)].map((match) =>
      [match[1], ...[...(match[2] ?? "").matchAll(/\s([a-z-]+)/giu)].length.toString()].join(" "),
    );

  test.each(hostileTexts)("brings no element to life and no formula into a cell: %j", (text) => {
    expect(shape(fileNamed("cohort.html", summaryWith(text)))).toEqual(
      shape(fileNamed("cohort.html", summaryWith("word"))),
    );
    for (const line of fileNamed("summary.tsv", summaryWith(text)).trimEnd().split("\n")) {
      for (const cell of line.split("\t")) expect(cell).not.toMatch(/^[=+\-@]/u);
    }
    expect(() => JSON.parse(fileNamed("summary.json", summaryWith(text)))).not.toThrow();
  });
});
