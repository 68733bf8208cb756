import { expect, test } from "vitest";
import { printSummary } from "../../../src/cli/print-summary.ts";
import { makeVoice } from "../../../src/cli/terminal.ts";
import { buildReport } from "../../../src/report/build-report.ts";
import { emptyParts, makeTarget } from "../report/sample-report.ts";
import { makeTestTerminal } from "./test-terminal.ts";

async function summaryOf(changes: Parameters<typeof makeTarget>[0]): Promise<string> {
  const terminal = makeTestTerminal();
  const report = buildReport({ ...emptyParts(), targets: [makeTarget(changes)] });
  printSummary(report, [], await makeVoice(terminal, { quiet: false }));
  return terminal.errText();
}

test("a target at the top says in the terminal what is flagged, as on the page", async () => {
  const flags = [{ code: "acquired-resistance-possible", text: "Given before." }];
  expect(await summaryOf({ flags })).toMatch(
    /1 {2}tier I-A .*; protein: not informative; flags: acquired resistance possible\n/,
  );
  expect(await summaryOf({})).not.toContain("flags");
});

test("a target of many alterations takes one line", async () => {
  const alterations = Array.from({ length: 29 }, (_, at) => ({
    observation: `o${at}`,
    label: `EGFR A${at}V`,
    gene: "EGFR",
  }));
  expect(await summaryOf({ alterations })).toContain(" + EGFR A4V and 24 more; protein");
});
