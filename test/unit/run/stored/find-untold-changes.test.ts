/** What a stored report does not tell of statements that another knowledgebase states otherwise. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Knowledgebase, Statement } from "../../../../src/knowledgebase/knowledgebase.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../../src/model/report.ts";
import { parseReport } from "../../../../src/report/parse-report.ts";
import { findUntoldChanges } from "../../../../src/run/stored/find-untold-changes.ts";
import { replayReport } from "../../../../src/run/stored/replay-report.ts";

const kb = await loadKnowledgebase(join(import.meta.dirname, "../../../../knowledgebase"));
const cases = join(import.meta.dirname, "../../../../fixtures/cases");
const read = (name: string): Report =>
  parseReport(readFileSync(join(cases, name, "expected/report.json"), "utf8"), "report.json");

const find = (report: Report, from: Knowledgebase, to: Knowledgebase) =>
  findUntoldChanges(
    report,
    { from, to },
    { from: replayReport(report, from), to: replayReport(report, to) },
  );
const without = (isOut: (statement: Statement) => boolean): Knowledgebase => ({
  ...kb,
  statements: kb.statements.filter((each) => !isOut(each)),
});
const holds = (statement: Statement, text: string): boolean =>
  JSON.stringify(statement.variant.constraints).includes(text);
const withoutGene = (gene: string): Knowledgebase => ({
  ...without((each) => each.gene === gene || holds(each, `"gene":"${gene}"`)),
  genes: new Map([...kb.genes].filter(([symbol]) => symbol !== gene)),
});
const withSetAside = (report: Report, code: string): Report => {
  const entry = { code, what: "others", reason: "Not asked for.", count: 1, examples: [] };
  return { ...report, setAside: [...report.setAside, entry] };
};

const colorectal = { ...read("colorectal-liver-braf"), setAside: [] };
const lung = read("lung-adrenal-protein-only");
const proteins = { ...lung, counts: { ...lung.counts, variants: null } };

describe("a stored report", () => {
  test("tells all of what its findings meet or do not meet", () => {
    expect(find(colorectal, kb, kb)).toEqual([]);
    const fewer = without((each) => each.gene === "BRAF" && holds(each, '"protein-change"'));
    expect(fewer.statements.length).toBeLessThan(kb.statements.length);
    expect(find(colorectal, kb, fewer)).toEqual([]);
    expect(find(colorectal, fewer, kb)).toEqual([]);
  });

  test("does not tell of a gene that the first knowledgebase does not know", () => {
    const [found, ...others] = find(colorectal, withoutGene("TSC1"), kb);
    expect(found?.genes).toEqual(["TSC1"]);
    expect(found?.reason).toContain("of TSC1, which the first knowledgebase does not know");
    expect(others).toEqual([]);
    // Nothing in a case of proteins alone would have shown its mutations.
    expect(find(proteins, withoutGene("TSC1"), kb)).toEqual([]);
  });

  test("does not tell all that other lesions have", () => {
    const lesions = read("colorectal-liver-lesions");
    const elsewhere = lesions.lesions?.alterations.find(({ isInTreated }) => !isInTreated)?.gene;
    const fewer = (gene: string) =>
      without((each) => each.gene === gene && holds(each, '"protein-change"'));
    const told = { reason: expect.stringContaining("its other lesions") };
    expect(find(lesions, fewer("EGFR"), kb)).toEqual([{ genes: ["EGFR"], ...told }]);
    // What met a statement there is listed, and nothing of EGFR is.
    expect(find(lesions, kb, fewer("EGFR"))).toEqual([]);
    expect(find(lesions, kb, fewer(elsewhere ?? ""))).toEqual([{ genes: [elsewhere], ...told }]);
    expect(find(colorectal, fewer("EGFR"), kb)).toEqual([]);
    const isAmount = (each: Statement) => each.gene === "AREG" && holds(each, '"expression"');
    expect(find(lesions, without(isAmount), kb)).toEqual([]);
  });

  test("does not tell of wild type where the case showed what was read", () => {
    const fewer = without((each) => each.gene === "KRAS" && holds(each, '"wild-type"'));
    expect(fewer.statements.length).toBeLessThan(kb.statements.length);
    const shown = withSetAside(colorectal, "genotype-reference");
    expect(find(shown, kb, fewer)).toEqual([
      { genes: ["KRAS"], reason: expect.stringContaining("by which wild type is proven") },
    ]);
    expect(find(colorectal, kb, fewer)).toEqual([]);
  });

  test("does not tell of an amount that nothing asked for", () => {
    const isAmount = (each: Statement) =>
      each.gene === "AREG" && holds(each, '"expression"') && !holds(each, '"not"');
    const fewer = without(isAmount);
    expect(fewer.statements.length).toBeLessThan(kb.statements.length);
    expect(find(proteins, fewer, kb)).toEqual([
      { genes: ["AREG"], reason: expect.stringContaining("as high or low") },
    ]);
    // It was asked for, so that an outlier would be a finding.
    expect(find(proteins, kb, fewer)).toEqual([]);
  });

  test("does not tell what was set aside until a statement names it", () => {
    const [deletion] = kb.statements.filter(
      ({ variant: { constraints } }) =>
        constraints.length === 1 &&
        constraints.every((each) => each.type === "copy-number" && each.change === "deletion"),
    );
    if (deletion === undefined) throw new Error("no deletion");
    const { variant, gene } = deletion;
    const text = JSON.stringify(variant).replace('"change":"deletion"', '"change":"loss"');
    const loss = { ...deletion, id: "test:loss", variant: JSON.parse(text) };
    const more = { ...kb, statements: [...kb.statements, loss] };
    for (const code of ["copy-number-gain", "one-copy-left"]) {
      expect(find(withSetAside(colorectal, code), kb, more)).toEqual([
        { genes: [gene], reason: expect.stringContaining("gains and losses") },
      ]);
    }
    expect(find(colorectal, kb, more)).toEqual([]);

    const isPromoter = (each: Statement) => each.gene === "MGMT" && holds(each, '"allele"');
    const silent = withSetAside(colorectal, "flank");
    expect(find(silent, without(isPromoter), kb)).toEqual([
      { genes: ["MGMT"], reason: expect.stringContaining("alleles of MGMT") },
    ]);
    expect(find(silent, kb, without(isPromoter))).toEqual([]);
    expect(find(colorectal, without(isPromoter), kb)).toEqual([]);
  });
});
