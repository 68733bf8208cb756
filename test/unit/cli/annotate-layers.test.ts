import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import {
  rawStatement,
  sampleFiles,
  sampleFolder,
  writeFolder,
} from "../knowledgebase/sample-folder.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const input = join(import.meta.dirname, "../../../fixtures/cases/colorectal-liver-braf/case.json");
const source = { name: "our board", record: "1", reviewed: "2026-11-20" };

function mine(overrides: object[] = []): string {
  return writeFolder({
    "manifest.json": {
      ...sampleFiles()["manifest.json"],
      sources: [{ name: "our board", date: "2026-11-20", licence: "in-house", url: null }],
    },
    "statements/BRAF.json": {
      gene: "BRAF",
      variants: [],
      statements: [rawStatement({ id: "board:1", source })],
    },
    "overrides.json": { overrides },
  });
}

async function annotate(...args: string[]) {
  const terminal = makeTestTerminal();
  const code = await main(["annotate", input, "--tumor-type", "MEL", "--quiet", ...args], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

describe("annotate --kb more than once", () => {
  test("says which layer each statement came from, in every format", async () => {
    const layers = ["--kb", sampleFolder(), "--kb", mine()];
    const { code, out } = await annotate(...layers, "--format", "json");
    expect(code).toBe(0);
    const report = JSON.parse(out);
    const [base, top] = report.knowledgebase.layers;
    const rows = report.targets[0].evidence.map((row: { statement: string; layer: string }) => [
      row.statement,
      row.layer,
    ]);
    expect(rows).toEqual([
      ["board:1", top.name],
      ["civic:EID1", base.name],
    ]);
    const markdown = (await annotate(...layers, "--format", "md")).out;
    expect(markdown).toContain(`layer: ${top.name}`);
    expect(markdown).toContain("Layers, the lowest first: ");
    expect((await annotate(...layers, "--format", "html")).out).toContain(`layer: ${top.name}<`);
  });

  test("says nothing of layers where there is one", async () => {
    const { out } = await annotate("--kb", sampleFolder(), "--format", "json");
    expect(out).not.toContain("layer");
  });

  test("ends with 4 for an override that never fires, and with 2 for a layer given twice", async () => {
    const base = sampleFolder();
    const refused = await annotate("--kb", base, "--kb", mine([idle]), "--format", "json");
    expect([refused.code, refused.out]).toEqual([4, ""]);
    expect(refused.err).toContain('The override of the statement "civic:EID9" never fires');
    expect((await annotate("--kb", base, "--kb", base, "--format", "json")).code).toBe(2);
  });

  test("--kb-max-age looks at the oldest evidence that is left of all layers", async () => {
    const base = sampleFolder();
    const old = await annotate("--kb", base, "--kb", mine(), "--kb-max-age", "365");
    expect(old.code).toBe(4);
    expect(old.err).toContain("the oldest evidence of the knowledgebase is of 2021-08-01");
    const removed = mine([{ ...idle, id: "civic:EID1" }]);
    const young = await annotate("--kb", base, "--kb", removed, "--kb-max-age", "36500");
    expect(young.code).toBe(0);
  });
});

test("a drug whose name is markup stays text on the page", async () => {
  const name = "<b onmouseover=alert(1)>x</b>";
  const kb = sampleFolder((files) => {
    files["therapies.json"].therapies[0]!.name = name;
  });
  const { out } = await annotate("--kb", kb, "--format", "html");
  expect(out).toContain("&lt;b onmouseover=alert(1)");
  expect(out).not.toContain("<b onmouseover");
});

const idle = {
  kind: "statement",
  id: "civic:EID9",
  action: "remove",
  reason: "Our board reads it otherwise.",
  curator: "A. Curator",
  date: "2026-11-20",
};
