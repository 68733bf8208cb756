/** A protein table whose row of ERBB2 is one of ERBB3 too, against the knowledgebase that ships. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ByteSource, streamSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { html } from "../../../src/report/render/html.tsx";
import { markdown } from "../../../src/report/render/markdown.ts";
import { tsv } from "../../../src/report/render/tsv.ts";
import { noEvidence } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));

function file(name: string, text: string): ByteSource {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return { ...streamSource(name, chunks()), chunks };
}

const names = Array.from({ length: 30 }, (_, index) => `R${index + 1}`);
const row = (gene: string, value: number): string =>
  [gene, value, ...names.map((_, index) => (Math.sin(index * 7) / 2).toFixed(3))].join(",");
const others = ["EGFR", "KIT", "MET", "PTEN", "TP53", "ALK", "AR", "ESR1", "KRAS", "BRAF", "NRAS"];

async function interpret(
  own: readonly string[],
  copies: readonly string[] = [],
  stains: readonly string[] = [],
): Promise<Report> {
  const rows = [...others.map((gene) => row(gene, 0.02)), ...own];
  const protein = `${[["gene", "CASE", ...names].join(","), ...rows].join("\n")}\n`;
  const genes = `${["gene\tcopy_number", ...copies].join("\n")}\n`;
  const stained = `${["marker,score", ...stains].join("\n")}\n`;
  return await interpretCase(
    {
      id: "several-genes",
      tumorType: "BRCA",
      ...noEvidence,
      copyNumber: copies.length === 0 ? [] : [{ source: file("copies.tsv", genes) }],
      ihc: stains.length === 0 ? [] : [{ source: file("ihc.csv", stained) }],
      protein: [{ source: file("proteome.csv", protein), sample: "CASE" }],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    knowledgebase,
  );
}

const label = "ERBB2 protein (row of ERBB2 and ERBB3) high";
const targetsOf = ({ targets }: Report, asked: string) =>
  targets.filter(({ alterations }) => alterations.some((each) => each.label === asked));

describe("a row of ERBB2 and ERBB3 that is high", () => {
  it("meets statements about ERBB2 at level C at most, equivocal, and is flagged in every output", async () => {
    const alone = await interpret([row("ERBB2", 4)]);
    const byItself = targetsOf(alone, "ERBB2 protein high");
    expect(new Set(byItself.map(({ verification }) => verification.state))).toContain("verified");

    const report = await interpret([row("ERBB2;ERBB3", 4)]);
    const shared = targetsOf(report, label);
    expect(shared.length).toBeGreaterThan(0);
    for (const { verification, amp, caveats } of shared) {
      expect(verification.state).toBe("equivocal");
      expect(verification.observations).toEqual([]);
      expect([null, "C", "D"]).toContain(amp.level);
      expect(caveats.map(({ code }) => code)).toContain("several-genes");
    }
    const blocked = report.blocked.filter(({ kind }) => kind === "blocked");
    expect(
      blocked.filter(({ alterations }) => alterations.some((each) => each.label === label)),
    ).toEqual([]);
    for (const renderer of [markdown, html, tsv]) expect(renderer.render(report)).toContain(label);
    const finding = report.findings.find((each) => each.label === label);
    expect(finding?.support).toMatchObject({ group: ["ERBB2", "ERBB3"] });
  });

  it("neither verifies an amplification of ERBB2 nor speaks against it", async () => {
    const stateOf = async (own: string): Promise<Set<string>> => {
      const report = await interpret([own], ["ERBB2\t14"]);
      return new Set(
        targetsOf(report, "ERBB2 amplification").map(({ verification }) => verification.state),
      );
    };
    expect(await stateOf(row("ERBB2", 4))).toEqual(new Set(["verified"]));
    expect(await stateOf(row("ERBB2;ERBB3", 4))).toEqual(new Set(["equivocal"]));
    expect(await stateOf(row("ERBB2", 0.02))).toEqual(new Set(["not supported"]));
    expect(await stateOf(row("ERBB2;ERBB3", 0.02))).toEqual(new Set(["not informative"]));
  });

  it("stays at level C beside a stain that reaches A, and moves no tie", async () => {
    const stained = await interpret([row("ERBB2;ERBB3", 0.02)], [], ["HER2,3+"]);
    const report = await interpret([row("ERBB2;ERBB3", 4)], [], ["HER2,3+"]);
    const levelOf = (asked: string) =>
      report.findings.find((each) => each.label === asked)?.amp ?? null;
    expect(levelOf("HER2 IHC 3+")).toMatchObject({ level: "A", tier: "I" });
    expect(levelOf(label)).toMatchObject({ level: "C", tier: "II" });
    expect(levelOf(label)?.reason.text).toMatch(
      /^Level C for .* a row of ERBB2 and ERBB3 is worth C at most\.$/,
    );
    const order = ({ targets }: Report) => targets.map(({ therapy }) => therapy.id);
    const before = order(stained);
    expect(before.length).toBeGreaterThan(20);
    expect(order(report).filter((id) => before.includes(id))).toEqual(before);
    expect(order(report).length).toBeGreaterThan(before.length);
  });

  it("is not asked where ERBB2 has a row of its own", async () => {
    const report = await interpret([row("ERBB2;ERBB3", 4), row("ERBB2", 0.02)], ["ERBB2\t14"]);
    expect(report.findings.map((each) => each.label)).not.toContain(label);
    const [target] = targetsOf(report, "ERBB2 amplification");
    expect(target?.verification.state).toBe("not supported");
  });
});
