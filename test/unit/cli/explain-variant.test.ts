/** `explain` judges the case as `annotate` does: the same options, the same files, the same statements. */
import { noStarter } from "../../../src/cli/command-context.ts";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { makeProgram } from "../../../src/cli/program.ts";
import { buildShipped } from "./build-shipped.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const root = join(import.meta.dirname, "../../..");
const cases = join(root, "fixtures/cases");
const folder = mkdtempSync(join(tmpdir(), "metaction-explain-"));
const kb = ["--kb", await buildShipped(folder)];
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  statements: { id: string; state: string; history: string[] }[];
}

async function explain(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = makeTestTerminal();
  const code = await main(["explain", ...args], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

async function explainJson(...args: string[]): Promise<Told> {
  return JSON.parse((await explain(...args, ...kb, "--format", "json")).out);
}

const braf = join(cases, "colorectal-liver-braf/case.json");

function writeHistory(text: string): string {
  const path = join(folder, "history.csv");
  writeFileSync(path, `therapy,best_response,reason_stopped\n${text}\n`);
  return path;
}

test("every option of annotate that says what the case is, is one of explain", () => {
  const optionsOf = (name: string) => {
    const program = makeProgram({
      terminal: makeTestTerminal(),
      finish: () => undefined,
      starter: noStarter,
      help: () => undefined,
    });
    const command = program.commands.find((each) => each.name() === name);
    return command?.options.map(({ long }) => long ?? "") ?? [];
  };
  // Where reports go, how fast, and what comes after the judging of statements.
  const ofReports =
    "output tag-vcf case-id responses refget filter-counts threads fail-on no-clobber color no-color"
      .split(" ")
      .map((name) => `--${name}`);
  const missing = optionsOf("annotate").filter((option) => !optionsOf("explain").includes(option));
  expect(missing.toSorted()).toEqual(ofReports.toSorted());
});

describe("a case with a history", () => {
  test("tells of each statement what was given before, as the report does", async () => {
    const history = writeHistory("Encorafenib,PR,progression\nOsimertinibb,PR,toxicity");
    const args = [braf, "BRAF V600E", "--prior", history, ...kb];
    const { out, err } = await explain(...args);
    expect(out).toMatch(
      /civic:EID9851 .*\n.*\n {4}Given before: Encorafenib \(.*Of Cetuximab \+ Encorafenib this is about Encorafenib\.\n/,
    );
    expect(err).toMatch(/no drug or class called Osimertinibb.*\n.*Did you mean Osimertinib/);
    expect((await explain(...args, "--quiet")).err).toBe("");
    const { statements } = await explainJson(braf, "BRAF V600E", "--prior", history);
    const told = statements.filter((statement) => statement.history.length > 0);
    expect(told.map(({ id }) => id)).toContain("civic:EID9851");
    expect(told.length).toBeLessThan(statements.length);
  });

  test("of a stored report is refused, for it was explained when it was made", async () => {
    const stored = join(cases, "colorectal-liver-braf/expected/report.json");
    const { code, err } = await explain(stored, "BRAF", "--prior", writeHistory(""));
    expect(code).toBe(2);
    expect(err).toContain("--prior is for a case");
  });
});

describe("a drug", () => {
  const asked = async (drug: string) => explainJson(braf, drug);

  test("that is not in the report is told statement by statement, also of genes without a finding", async () => {
    const { statements } = await asked("osimertinib");
    const states = new Set(statements.map(({ state }) => state));
    expect(states).toEqual(new Set(["undetermined", "unmet"]));
    const { out, code } = await explain(braf, "Imatinib", ...kb);
    expect(code).toBe(0);
    expect(out).toMatch(/^Imatinib \(all that the case holds\): 0 met, \d+ open, \d+ not met\n/);
    expect(out).toMatch(
      /\n {2}civic:EID1466 .*\n {4}"KIT amplification" .* Copy numbers were not given/,
    );
  });

  test("is known by its synonyms, and joined to others by a plus", async () => {
    const ids = async (drug: string) => (await asked(drug)).statements.map(({ id }) => id);
    expect(await ids("Erbitux + encorafenib")).toEqual(await ids("encorafenib+Cetuximab"));
    expect(await ids("encorafenib + cetuximab")).toContain("civic:EID9851");
    expect((await ids("cetuximab")).length).toBeGreaterThan(
      (await ids("Erbitux+encorafenib")).length,
    );
  });

  test("meets what the report ranks it by", async () => {
    const { statements } = await asked("Cetuximab + Encorafenib");
    expect(statements.filter(({ state }) => state === "met").map(({ id }) => id)).toContain(
      "civic:EID9851",
    );
  });

  test("that nothing is known by is refused with the nearest drug or gene", async () => {
    const { code, err } = await explain(braf, "Imatinb", ...kb);
    expect(code).toBe(2);
    expect(err).toMatch(/no gene or drug Imatinb .*\n.*Did you mean Imatinib/);
    expect((await explain(braf, "BRAFF V600E", ...kb)).err).toContain("Did you mean BRAF");
  });
});

test("--why-not of a case is refused, for a case tells all that is not met", async () => {
  const { code, err } = await explain(braf, "BRAF", "--why-not", ...kb);
  expect([code, err]).toEqual([2, expect.stringContaining("--why-not is for a stored report")]);
});

test("--as-of leaves out of the explanation what it leaves out of the report", async () => {
  const ids = async (...args: string[]) =>
    (await explainJson(braf, "BRAF V600E", ...args)).statements.map(({ id }) => id);
  const [whole, dated] = [await ids(), await ids("--as-of", "2015-01-01")];
  expect(dated.length).toBeLessThan(whole.length);
  expect(dated.filter((id) => !whole.includes(id))).toEqual([]);
  const { err } = await explain(braf, "BRAF V600E", ...kb, "--as-of", "2015-01-01");
  expect(err).toContain("stands as of 2015-01-01");
});

test.each([
  ["breast-liver-cohorts", "ERBB2"],
  ["lung-adrenal-protein-only", "EGFR"],
  ["colorectal-liver-braf", "BRAF"],
  ["breast-bone-pik3ca-her2", "ERBB2"],
])("%s: %s meets the statements that the report has", async (name, gene) => {
  const { statements } = await explainJson(join(cases, name, "case.json"), gene);
  const met = statements.filter(({ state }) => state === "met").map(({ id }) => id);
  const report: {
    findings: { gene: string; statements: string[] }[];
  } = JSON.parse(readFileSync(join(cases, name, "expected/report.json"), "utf8"));
  const own = report.findings.filter((finding) => finding.gene === gene);
  expect(met.length).toBeGreaterThan(0);
  expect(new Set(met)).toEqual(new Set(own.flatMap((finding) => finding.statements)));
});

test("what the case holds in the gene beside its variants is named, for it is judged too", async () => {
  const { out } = await explain(join(cases, "breast-brain-erbb2-copies/case.json"), "ERBB2", ...kb);
  expect(out.split("\n").slice(0, 2).join(" ")).toMatch(/ judged with it: ERBB2 amplification/u);
});

test("a change is asked of variants, and a case without them says so", async () => {
  const path = join(cases, "breast-liver-cohorts/case.json");
  const { code, err } = await explain(path, "ERBB2 V777L", ...kb);
  expect(code).toBe(2);
  expect(err).toContain("names no variant file");
});
