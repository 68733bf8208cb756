import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { makeRequest } from "../../../src/cli/request/make-request.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-prior-"));
  write("list.csv", "gene,change\nALK,L1196M\nEGFR,L858R\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = makeTestTerminal();
  const code = await main(args, terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

async function annotate(input: string, ...prior: string[]): Promise<Report> {
  const options = { protein: [], includeFiltered: false, strict: false, allowTruncated: false };
  const surroundings = { stdin: makeTestTerminal().stdin, toolVersion: "0.0.0" };
  const request = await makeRequest(input, { ...options, tumorType: "LUAD", prior }, surroundings);
  return await interpretCase(request, knowledgebase);
}

const header = "therapy,best_response,reason_stopped";

test("--prior demotes the drug that the disease progressed under, and moves nothing else", async () => {
  const history = write("history.csv", `${header}\nOSIMERTINIB,PR,progression\n`);
  const input = join(folder, "list.csv");
  const before = await annotate(input);
  const after = await annotate(input, history);
  const ids = ({ targets }: Report) => targets.map(({ id }) => id);
  const rankOf = (report: Report) => ids(report).indexOf("target:osimertinib");
  expect(rankOf(after)).toBeGreaterThan(rankOf(before));
  const holds = (id: string) => id.split(/[:+]/u).includes("osimertinib");
  expect(ids(after).filter((id) => !holds(id))).toEqual(ids(before).filter((id) => !holds(id)));
  expect(after.targets.find(({ id }) => id === "target:osimertinib")?.flags).toMatchObject([
    { code: "acquired-resistance-possible" },
  ]);
  expect(after.priorTherapies).toMatchObject([
    {
      given: "OSIMERTINIB",
      drugs: [{ id: "osimertinib" }],
      verdict: "acquired resistance possible",
    },
  ]);
  expect(after.counts.prior).toMatchObject({ read: 1, matched: 1 });
  expect(before).not.toHaveProperty("priorTherapies");
});

test("a case names its history, and an unknown drug in it is a warning with the nearest names", async () => {
  write("unknown.csv", `${header}\nOsimertinip,PD,progression\nkinase inhibitor,SD,toxicity\n`);
  const caseFile = write(
    "case.json",
    JSON.stringify({ id: "c", variants: "list.csv", prior: [{ file: "unknown.csv" }] }),
  );
  const { problems } = await annotate(caseFile);
  const [wide, unknown] = problems.filter(({ code }) => code.startsWith("prior-"));
  expect(unknown).toMatchObject({
    code: "prior-drug-unknown",
    where: { file: "unknown.csv", line: 2, column: 1 },
  });
  expect(unknown?.hint).toContain("Osimertinib");
  expect(wide).toMatchObject({ code: "prior-class-wide", where: { line: 3 } });
});

test("every drug of a history that is not known is named, and not the first alone", async () => {
  const rows = ["Osimertinip,PD,progression", "Madeupinib,SD,toxicity", "platinum,PR,completed"];
  const history = write("several.csv", `${header}\n${rows.join("\n")}\n`);
  const { problems } = await annotate(join(folder, "list.csv"), history);
  const unknown = problems.filter(({ code }) => code === "prior-drug-unknown");
  expect(unknown).toMatchObject([{ where: { line: 2 }, count: 1 }]);
  expect(unknown[0]?.message).toMatch(/called Osimertinip; line 3: .* called Madeupinib$/u);
  expect(unknown[0]?.hint?.match(/Without a known name/gu)).toHaveLength(1);
});

test("check holds a history to its columns, alone or named by a case", async () => {
  const path = write("bad.csv", `${header}\nimatinib,PR,progression\nimatinib,great,\n`);
  const alone = await run("check", path);
  expect(alone.code).toBe(1);
  expect(alone.out).toContain("(prior-therapies, 2 records read, 1 of them refused)");
  expect(alone.out).toContain("bad.csv:3:2:");
  const caseFile = write(
    "named.json",
    JSON.stringify({ id: "c", variants: "list.csv", prior: [{ file: "bad.csv" }] }),
  );
  expect((await run("check", caseFile)).out).toContain("bad.csv:3:2:");
});

test("a history is no evidence by itself", async () => {
  write("history.csv", `${header}\nOSIMERTINIB,PR,progression\n`);
  const caseFile = write(
    "empty.json",
    JSON.stringify({ id: "c", prior: [{ file: "history.csv" }] }),
  );
  await expect(annotate(caseFile)).rejects.toMatchObject({
    kind: "usage",
    problems: [{ code: "case-empty" }],
  });
});
