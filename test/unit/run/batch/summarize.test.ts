import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { batchSummarySchema, sampleRecordSchema } from "../../../../src/model/batch.ts";
import { makeProblem } from "../../../../src/model/problem.ts";
import { parseReport } from "../../../../src/report/parse-report.ts";
import { makeBatchTally } from "../../../../src/run/batch/summarize-batch.ts";
import { recordFailure, summarizeReport } from "../../../../src/run/batch/summarize-report.ts";

const cases = join(import.meta.dirname, "../../../../fixtures/cases");
const read = (name: string) =>
  parseReport(readFileSync(join(cases, name, "expected/report.json"), "utf8"), "report.json");
const done = { status: "done", exitCode: 0 } as const;
const colorectal = summarizeReport(read("colorectal-liver-braf"), done);
const breast = summarizeReport(read("breast-bone-pik3ca-her2"), done);
const failure = recordFailure("broken", { status: "failed", exitCode: 3 }, [
  makeProblem("cut", "error", "the file is cut", { where: { file: "x.vcf", line: 9 } }),
]);

function summarize(records: readonly (typeof colorectal)[]) {
  const tally = makeBatchTally({
    toolVersion: "1.0.0",
    knowledgebase: { version: "2026.11.0", sha256: "0".repeat(64) },
  });
  for (const record of records) tally.add(record);
  return tally.summary();
}

test("a record counts what its report ranks", () => {
  const report = read("colorectal-liver-braf");
  expect(sampleRecordSchema.parse(colorectal)).toEqual(colorectal);
  expect(colorectal.targets).toBe(report.targets.length);
  const { I, II, III, IV, none } = colorectal.tiers;
  expect(I + II + III + IV + none).toBe(report.targets.length);
  expect(colorectal.top.map(({ therapy }) => therapy)).toEqual(
    report.targets.slice(0, 3).map(({ therapy }) => therapy.label),
  );
  expect(Object.values(colorectal.verification).reduce((a, b) => a + b)).toBe(
    report.targets.length,
  );
  expect(colorectal.alterations.map(({ label }) => label)).toContain("BRAF V600E");
});

test("a summary keeps the order of the samples, and its frequencies do not depend on it", () => {
  const forward = summarize([colorectal, failure, breast, breast]);
  const backward = summarize([breast, breast, failure, colorectal]);
  expect(batchSummarySchema.parse(forward)).toEqual(forward);
  expect(forward.samples.map(({ sample }) => sample)).not.toEqual(
    backward.samples.map(({ sample }) => sample),
  );
  expect(forward.cohort).toEqual(backward.cohort);
  expect(forward.statuses).toEqual({
    done: 3,
    "done with problems": 0,
    failed: 1,
    "not run": 0,
  });
});

test("a therapy that a sample has twice counts once, with its best tier", () => {
  const twice = {
    ...colorectal,
    therapies: [
      { therapy: "X", tier: null },
      { therapy: "X", tier: "II" as const },
    ],
  };
  expect(summarize([twice]).cohort.therapies).toMatchObject([
    { name: "X", samples: 1, best: "II", tiers: { I: 0, II: 1, none: 0 } },
  ]);
});

test("a sample counts once for what it could not assess in many genes", () => {
  const gap = (what: string) => ({ code: "not-covered", what, settledBy: "a deeper panel" });
  const open = { ...colorectal, notAssessed: [gap("KIT"), gap("ALK"), gap("MET")] };
  const { cohort, samples } = summarize([open, open]);
  expect(cohort.notAssessed).toEqual([{ ...gap("ALK"), samples: 2, kinds: 3 }]);
  expect(samples[0]?.notAssessed).toEqual(["not-covered"]);
});

test("the better tier stands first, neither the more frequent nor the alphabet", () => {
  const record = {
    ...colorectal,
    therapies: [
      { therapy: "A", tier: "III" as const },
      { therapy: "B", tier: "I" as const },
    ],
  };
  expect(summarize([record]).cohort.therapies.map(({ name }) => name)).toEqual(["B", "A"]);
});

test("a sample that failed is counted in no frequency", () => {
  const { cohort } = summarize([failure]);
  expect(cohort.tumorTypes).toEqual([]);
  expect(cohort.failures).toEqual([
    { code: "cut", samples: 1, message: "x.vcf:9: the file is cut" },
  ]);
});
