import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../../../src/cli/main.ts";
import { makeTestTerminal } from "../test-terminal.ts";

const stored = join(
  import.meta.dirname,
  "../../../../fixtures/cases/colorectal-liver-braf/expected/report.json",
);
let folder = "";
let edited = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compare-"));
  edited = join(folder, "edited.json");
  const report = JSON.parse(readFileSync(stored, "utf8"));
  report.targets.shift();
  report.tool.version = "9.9.9\u001b[2J";
  writeFileSync(edited, JSON.stringify(report));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function compare(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = makeTestTerminal();
  const code = await main(["compare", ...args], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

test("compare ends with 0 and one sentence when nothing is different", async () => {
  const { code, out } = await compare(stored, stored);
  expect(code).toBe(0);
  expect(out).toBe(
    "colorectal-liver-braf: report.json to report.json\n\nRanking and findings are the same, and so is what they were made with.\n",
  );
});

test("compare ends with 0 as well when reports differ, and no text of theirs steers the terminal", async () => {
  const { code, out } = await compare(stored, edited);
  expect(code).toBe(0);
  expect(out).toContain(
    "\nRanking\n  lost      Cetuximab + Encorafenib: was rank 1, tier I-A, for ",
  );
  expect(out).toContain("\nMade with\n  tool: 9.9.9\\x1b[2J, was 0.1.0\n");
  expect(out).toContain("Only the version of metaction changed: that is the cause.\n");
});

test("compare prints Markdown and JSON of the same", async () => {
  const { out: markdown } = await compare(stored, edited, "--format", "md");
  expect(markdown).toContain("\n## Ranking\n\n- lost: Cetuximab ");
  const { out: json } = await compare(stored, edited, "--format", "json");
  expect(JSON.parse(json)).toMatchObject({ to: "edited.json", cause: "tool" });
});

test("compare refuses what is no report with exit code 3", async () => {
  const { code, err } = await compare(stored, join(import.meta.dirname, "test-terminal.ts"));
  expect(code).toBe(3);
  expect(err).toContain("test-terminal.ts");
});
