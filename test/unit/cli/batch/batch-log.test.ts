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

function logWith(options: { logFormat: "text" | "json"; quiet: boolean }) {
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
  log.sampleEnded("S1", failed);
  log.sampleEnded("S2", { kind: "kept" });
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
  expect(first).toBe("failed S1: a.vcf:3: broken\\x1b[2J [x-y]");
});

test("under --quiet failures are all that is told", () => {
  expect(logWith({ logFormat: "text", quiet: true })).toHaveLength(1);
});

test("as JSON every line is an object", () => {
  const events = logWith({ logFormat: "json", quiet: false }).map((line) => JSON.parse(line));
  expect(events.map(({ event }) => event)).toEqual(["failed", "end"]);
  expect(events[0]).toMatchObject({ sample: "S1", exitCode: 3, code: "x-y" });
  expect(events[1]).toMatchObject({ failed: 1, kept: 1 });
});
