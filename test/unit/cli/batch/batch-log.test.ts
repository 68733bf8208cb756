import { Chalk } from "chalk";
import { expect, test } from "vitest";
import { makeBatchLog } from "../../../../src/cli/batch/batch-log.ts";
import { recordFailure } from "../../../../src/run/batch/summarize-report.ts";
import { makeBatchTally } from "../../../../src/run/batch/summarize-batch.ts";
import { makeProblem } from "../../../../src/model/problem.ts";
import { makeTestTerminal } from "../test-terminal.ts";

const problems = [
  makeProblem("x-y", "error", "broken\u001b[2J", { where: { file: "a.vcf", line: 3 } }),
];
const record = recordFailure("S1", { status: "failed", exitCode: 3 }, problems);
const failed = { kind: "failed", record, problems } as const;

function logWith(options: { logFormat: "text" | "json"; quiet: boolean; verbose?: boolean }) {
  const terminal = makeTestTerminal();
  const lines: string[] = [];
  const insist = (line: string): void => void lines.push(line);
  const voice = {
    color: new Chalk({ level: 0 }),
    interactive: false,
    insist,
    say: options.quiet ? () => {} : insist,
  };
  const log = makeBatchLog(2, { voice, terminal, options });
  log.sampleEnded({ id: "S1", place: "sheet.tsv:2" }, failed);
  log.sampleEnded({ id: "S2", place: "sheet.tsv:3" }, { kind: "kept" });
  const tally = makeBatchTally({
    toolVersion: "1.0.0",
    knowledgebase: { version: "1", sha256: "0" },
  });
  tally.add(record);
  log.end(tally.summary());
  return lines;
}

test("a failure is told with its place and code, and cannot steer the terminal", () => {
  const [first] = logWith({ logFormat: "text", quiet: false });
  expect(first).toBe("failed sheet.tsv:2: a.vcf:3: broken\\x1b[2J [x-y]");
});

test("a sample is named by its row, and by its pseudonym under --verbose alone", () => {
  for (const logFormat of ["text", "json"] as const) {
    expect(logWith({ logFormat, quiet: false }).join("\n")).not.toContain("S1");
    expect(logWith({ logFormat, quiet: false, verbose: true }).join("\n")).toContain("S1");
  }
});

test("under --quiet failures are all that is told", () => {
  expect(logWith({ logFormat: "text", quiet: true })).toHaveLength(1);
});

test("as JSON every line is an object", () => {
  const events = logWith({ logFormat: "json", quiet: false }).map((line) => JSON.parse(line));
  expect(events.map(({ event }) => event)).toEqual(["failed", "end"]);
  expect(events[0]).toMatchObject({ place: "sheet.tsv:2", exitCode: 3, code: "x-y" });
  expect(events[1]).toMatchObject({ failed: 1, kept: 1 });
});
