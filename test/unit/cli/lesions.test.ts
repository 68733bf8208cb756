import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { buildShipped } from "./build-shipped.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const bundled = join(import.meta.dirname, "../../../fixtures/cases/colorectal-liver-lesions");
const folder = mkdtempSync(join(tmpdir(), "metaction-lesions-"));
const kb = ["--kb", await buildShipped(folder), "--no-models"];
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const terminal = makeTestTerminal({ input: "" });
  const code = await main(args, terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

/** The bundled case with other words, its files where they are. */
function caseFile(change: (text: string) => string): string {
  const path = join(folder, "case.json");
  const text = readFileSync(join(bundled, "case.json"), "utf8");
  const named = text.replaceAll(/"((?:primary|metastases)[\w.]*vcf)"/gu, (_, name: string) =>
    JSON.stringify(join(bundled, name)),
  );
  writeFileSync(path, change(named));
  return path;
}

describe("metaction annotate of several lesions", () => {
  test("ranks the lesion asked for, and compares the others with it", async () => {
    const args = ["--lesion", "liver-2024", "--format", "json", "-q", ...kb];
    const { code, out } = await run("annotate", join(bundled, "case.json"), ...args);
    expect(code).toBe(0);
    const { lesions, settings } = JSON.parse(out);
    expect([lesions.treated, settings.lesion]).toEqual(["liver-2024", "liver-2024"]);
  });

  test("asks for the lesion where two have the latest date", async () => {
    const path = caseFile((text) => text.replace("2024-06-03", "2026-01-19"));
    const { code, err } = await run("annotate", path, "-q", ...kb);
    expect(code).toBe(2);
    expect(err).toContain("--lesion ID");
  });

  test("compares one VCF with --primary", async () => {
    const treated = [join(bundled, "metastases.vcf"), "--tumor-sample", "LIVER_2026"];
    const primary = ["--primary", join(bundled, "primary.vcf"), "--primary-purity", "0.5"];
    const how = ["--min-alt-reads", "5", "--format", "json", "-q", ...kb];
    const { code, out } = await run("annotate", ...treated, ...primary, ...how);
    expect(code).toBe(0);
    const { lesions } = JSON.parse(out);
    expect(lesions.specimens.map(({ id }: { id: string }) => id)).toEqual([
      "metastasis",
      "primary",
    ]);
    expect(lesions.minAltReads).toBe(5);
  });

  test("refuses what is said of a primary tumor without a file", async () => {
    const args = [join(bundled, "primary.vcf"), "--primary-purity", "0.5", "-q", ...kb];
    const { code, err } = await run("annotate", ...args);
    expect(code).toBe(2);
    expect(err).toContain("--primary FILE");
  });
});

test("metaction check reads the files of every specimen, whichever is to be treated", async () => {
  const path = caseFile((text) => text.replace("2024-06-03", "2026-01-19"));
  const { code, out } = await run("check", path, "--format", "json");
  expect(code).toBe(0);
  const names = JSON.parse(out).files.map(({ file }: { file: string }) => file);
  expect(names.filter((name: string) => name === "metastases.vcf")).toHaveLength(2);
  expect(names).toEqual(
    expect.arrayContaining(["primary.vcf", "primary.g.vcf", "metastases.g.vcf"]),
  );
});

test("explain takes the lesions of annotate, and judges the one to be treated", async () => {
  const treated = [join(bundled, "metastases.vcf"), "AKT1", "--tumor-sample", "LIVER_2026"];
  const others = ["--primary", join(bundled, "primary.vcf"), "--min-alt-reads", "5"];
  const alone = await run("explain", ...treated, ...kb);
  const beside = await run("explain", ...treated, ...others, ...kb);
  expect([beside.code, beside.err]).toEqual([0, alone.err]);
  const place = "(in metastasis, the lesion to be treated)";
  expect(beside.out).toContain(`AKT1 E17K ${place}`);
  expect(beside.out.replace(place, "(in the case)")).toBe(alone.out);
  const { code, err } = await run("explain", ...treated, "--primary-purity", "0.5", ...kb);
  expect(code).toBe(2);
  expect(err).toContain("--primary FILE");
});

test("explain and compare tell the lesions of stored reports", async () => {
  const stored = join(bundled, "expected/report.json");
  const { out } = await run("explain", stored, "AKT1");
  expect(out).toContain("lesions: metastasis-private. colon-2023: it is not called.");
  expect(out).toContain("Lesions: AKT1 E17K is metastasis-private");
  expect((await run("explain", stored, "PIK3CA")).out).toContain(
    "Not ranked (primary-only): Alpelisib + Fulvestrant",
  );
  const other = join(folder, "other.json");
  const text = readFileSync(stored, "utf8");
  const from = JSON.parse(text);
  from.targets[0].lesion.state = "not assessable";
  writeFileSync(other, JSON.stringify(from));
  expect((await run("compare", other, stored)).out).toContain("shared, was not assessable");
});
