import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRequest } from "../../../src/cli/request/make-request.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { main } from "../../../src/cli/main.ts";
import { makeTestTerminal } from "../cli/test-terminal.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));
const samples = Array.from({ length: 30 }, (_, index) => `R${index}`);
const totals = samples.map((_, index) => ((index * 7) % 30) / 10);
/** Site minus protein is -1, 0 or 1. */
const sites = totals.map((total, index) => Number((total + (index % 3) - 1).toFixed(1)));

let folder = "";
const path = (name: string): string => join(folder, name);
const write = (name: string, lines: readonly (readonly (string | number)[])[]): void =>
  writeFileSync(path(name), `${lines.map((line) => line.join(",")).join("\n")}\n`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "metaction-sites-"));
  write("list.csv", [
    ["gene", "change"],
    ["ERBB2", "V777L"],
  ]);
  write("sites.csv", [
    ["gene", "site", "TUMOR"],
    ["ERBB2", "Y1248", 14],
  ]);
  write("proteins.csv", [
    ["gene", "TUMOR"],
    ["ERBB2", 13],
  ]);
  write("ref-sites.csv", [
    ["gene", "site", ...samples],
    ["ERBB2", "Y1248", ...sites],
  ]);
  write("ref-proteins.csv", [
    ["gene", ...samples.toReversed()],
    ["ERBB2", ...totals.toReversed()],
  ]);
  const build = ["cohort", "build", path("ref-sites.csv"), "--scale", "log2-ratio"];
  await main([...build, "-o", path("ref-sites.json")], makeTestTerminal());
});
afterAll(() => rmSync(folder, { recursive: true }));

async function annotate(...cohort: string[]): Promise<Report> {
  const options = {
    protein: [path("sites.csv"), path("proteins.csv")],
    proteinSample: "TUMOR",
    proteinScale: "log2-ratio" as const,
    cohort: cohort.map(path),
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
  };
  const surroundings = { stdin: makeTestTerminal().stdin, toolVersion: "0.0.0" };
  return await interpretCase(
    await makeRequest(path("list.csv"), options, surroundings),
    knowledgebase,
  );
}

function siteOf({ findings, method }: Report) {
  const finding = findings.find(({ label }) => label === "ERBB2 pY1248 high");
  const rule = method.find(({ name }) => name === "Protein outliers");
  if (finding?.support.kind !== "cohort") throw new Error("the site is called");
  return { above: finding.support.aboveProtein, rule: rule?.text ?? "" };
}

const sentence = "Site minus protein is not computable from a built cohort file";

describe("a phosphosite beside its protein in a report", () => {
  it("is compared with two cohort matrices whose samples have the same names", async () => {
    const { above, rule } = siteOf(await annotate("ref-sites.csv", "ref-proteins.csv"));
    // The case: 14 - 13 = 1; median 0, MAD 1.
    expect(above).toMatchObject({ protein: "proteins.csv", n: 30 });
    expect(above?.modifiedZ).toBeCloseTo(0.6744897501960817, 9);
    expect(above?.log2Fold).toBeCloseTo(1, 9);
    expect(rule).not.toContain(sentence);
  });

  it("is said once, in the method, not to be computable from a built file", async () => {
    const report = await annotate("ref-sites.json", "ref-proteins.csv");
    const { above, rule } = siteOf(report);
    expect(above).toBeUndefined();
    expect(rule).toContain(`${sentence}, which holds no values by sample (ref-sites.json)`);
    expect(JSON.stringify(report).split(sentence)).toHaveLength(2);
  });
});
