import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { vcf } from "../../../../src/report/render/vcf.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { poisonedReport } from "../poison.ts";
import { emptyParts, sampleParts } from "../sample-report.ts";

function recordsOf(report: Report): string[][] {
  const lines = vcf.render(report).split("\n");
  expect(lines.pop()).toBe("");
  return lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
}

const report = buildReport(sampleParts());

test("sites of variants that meet a statement come by chromosome and position, others not", () => {
  expect(recordsOf(report).map((cells) => cells.slice(0, 7).join(" "))).toEqual([
    "7 140453136 . A T . .",
    "12 25398284 . C T . .",
  ]);
});

test("INFO holds tier, level, targets by rank and statements, percent-encoded", () => {
  const info = new Map(
    recordsOf(report)[0]?.[7]
      ?.split(";")
      .map((pair) => pair.split("=") as [string, string]),
  );
  expect(info.get("METACTION_LABEL")).toBe("BRAF%20V600E");
  expect(info.get("METACTION_TIER")).toBe("I");
  expect(info.get("METACTION_LEVEL")).toBe("A");
  expect(info.get("METACTION_RANK")).toBe("1");
  expect(info.get("METACTION_VAF")).toBe("0.3818");
  expect(info.get("METACTION_STATEMENTS")).toContain("civic%3AEID9001,");
  const targets = info.get("METACTION_TARGETS")?.split(",").map(decodeURIComponent);
  expect(targets).toEqual(["Encorafenib + Cetuximab", "Dabrafenib + Trametinib", "Vemurafenib"]);
});

test("a variant without an allele is left out and counted in the header", () => {
  const parts = sampleParts();
  const findings = parts.findings.map((finding) =>
    finding.label === "KRAS G12D"
      ? { ...finding, observation: "small-variant:named:KRAS:G12D" }
      : finding,
  );
  const named = buildReport({ ...parts, findings });
  expect(recordsOf(named)).toHaveLength(1);
  expect(vcf.render(named)).toContain("\n##metactionWithoutAllele=1\n");
  expect(vcf.render(report)).toContain("\n##metactionWithoutAllele=0\n");
});

test.each(hostileTexts)("no field adds a line, a column or an INFO key: %j", (hostile) => {
  const parts = sampleParts();
  const findings = parts.findings.map((finding) => ({
    ...finding,
    label: hostile,
    gene: hostile,
    statements: finding.statements.map(() => hostile),
  }));
  const keys = (given: Report): string[] =>
    recordsOf(given).map((cells) =>
      [cells.length, cells[7]?.replace(/=[^;=]*/g, "") ?? ""].join(" "),
    );
  expect(keys(buildReport({ ...parts, findings }))).toEqual(keys(report));
  const lines = vcf.render(poisonedReport(hostile)).trimEnd().split("\n");
  expect(lines.filter((line) => !line.startsWith("#"))).toEqual([]);
  expect(lines).toHaveLength(lines.filter((line) => /^##\w+=|^#CHROM\t/.test(line)).length);
});

describe.skipIf(spawnSync("bcftools", ["--version"]).status !== 0)("bcftools", () => {
  test.each([
    ["a case with variants", report, "7\t140453136\tI\n12\t25398284\tI\n"],
    ["a case without one", buildReport(emptyParts()), ""],
  ])("reads %s without a word", (_, given, expected) => {
    const query = ["query", "-f", "%CHROM\t%POS\t%INFO/METACTION_TIER\n", "-"];
    const run = spawnSync("bcftools", query, { input: vcf.render(given), encoding: "utf8" });
    expect([run.stderr, run.status]).toEqual(["", 0]);
    expect(run.stdout).toBe(expected);
  });
});
