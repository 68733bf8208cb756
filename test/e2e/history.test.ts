import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseFile, runBin } from "./run-bin.ts";

let path = "";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-history-"));
  path = join(folder, "history.csv");
  writeFileSync(path, "therapy,best_response,reason_stopped\nVemurafenob,PR,progression\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("check knows the drugs of a history by the bundled knowledgebase", () => {
  const { status, stdout } = runBin(["check", path]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/history\.csv:2:1: .*Vemurafenob[^]*Did you mean Vemurafenib/u);
});

test("annotate takes --prior and never writes over it", () => {
  const input = caseFile("colorectal-liver-braf");
  const { status, stderr } = runBin(["annotate", input, "--prior", path, "-o", path]);
  expect(status).toBe(2);
  const { stdout, stderr: told } = runBin(["annotate", input, "--prior", path]);
  expect(stdout).toContain("## Therapies given before");
  expect(told).toContain("prior-drug-unknown");
  expect(stderr).not.toBe("");
});
