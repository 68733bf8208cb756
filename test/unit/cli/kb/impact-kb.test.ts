import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildKnowledgebase } from "../../../../src/knowledgebase/load/build-knowledgebase.ts";
import { main } from "../../../../src/cli/main.ts";
import { makeTestTerminal } from "../test-terminal.ts";
import { runKb } from "./run-kb.ts";

const repository = join(import.meta.dirname, "../../../..");
const cases = join(repository, "fixtures/cases");
const colorectal = join(cases, "colorectal-liver-braf");
const stored = join(colorectal, "expected/report.json");
let folder = "";
let shipped = "";
let edited = "";

interface Listed {
  predicate: string;
  therapy?: { drugs: string[] };
}

/** The shipped content without one combination, with another one resisted, and without the label of trastuzumab; built, because each test reads both. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kb-impact-"));
  const source = join(folder, "edited");
  cpSync(join(repository, "knowledgebase"), source, { recursive: true });
  const path = join(source, "statements/BRAF.json");
  const file: { statements: Listed[] } = JSON.parse(readFileSync(path, "utf8"));
  const has = ({ therapy }: Listed, drugs: string) => therapy?.drugs.join("+") === drugs;
  file.statements = file.statements.filter(
    (each) => !has(each, "cetuximab+irinotecan+vemurafenib"),
  );
  for (const each of file.statements) {
    if (has(each, "dabrafenib+panitumumab+trametinib")) each.predicate = "resistance";
  }
  writeFileSync(path, JSON.stringify(file));
  const other = join(source, "statements/ERBB2.json");
  const erbb2: { statements: { id: string }[] } = JSON.parse(readFileSync(other, "utf8"));
  const removed = "metaction:erbb2-amplification-breast-trastuzumab";
  erbb2.statements = erbb2.statements.filter(({ id }) => id !== removed);
  writeFileSync(other, JSON.stringify(erbb2));
  shipped = join(folder, "shipped.json");
  edited = join(folder, "edited.json");
  writeFileSync(shipped, (await buildKnowledgebase(join(repository, "knowledgebase"))).text);
  writeFileSync(edited, (await buildKnowledgebase(source)).text);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const impact = async (...paths: string[]) => {
  const { code, out } = await runKb("impact", shipped, edited, ...paths, "--format", "json");
  return { code, cases: JSON.parse(out).cases };
};

describe("metaction kb impact", () => {
  test("of a layer over what it is compared with, for cases and stored reports", async () => {
    const layer = join(folder, "board");
    mkdirSync(layer);
    const manifest = readFileSync(join(repository, "knowledgebase/manifest.json"), "utf8");
    writeFileSync(join(layer, "manifest.json"), manifest);
    const removal = {
      action: "remove",
      curator: "A. Curator",
      date: "2026-11-25",
      id: "metaction:braf-v600e-crc-cetuximab-encorafenib-folfox",
      kind: "statement",
      reason: "Our board does not give it.",
    };
    writeFileSync(join(layer, "overrides.json"), JSON.stringify({ overrides: [removal] }));
    for (const path of [colorectal, stored]) {
      const { code, out } = await runKb("impact", shipped, layer, path, "--over", shipped);
      expect(out).toContain("lost      Cetuximab + Encorafenib + FOLFOX Regimen: was rank 2");
      expect(code).toBe(1);
    }
  });

  test("ends with 0 and says so when no ranking would change", async () => {
    const other = join(cases, "lung-adrenal-protein-only");
    const { code, out } = await runKb("impact", shipped, edited, other);
    expect([code, out]).toEqual([
      0,
      `lung-adrenal-protein-only (case ${other}): no change\n0 of 1 would change.\n`,
    ]);
  });

  test("reads a case again and tells what is lost and blocked, and by which statements", async () => {
    const { code, cases: found } = await impact(colorectal);
    expect(code).toBe(1);
    expect(found[0]).toMatchObject({ id: "colorectal-liver-braf", from: "case", caveats: [] });
    expect(found[0].changes).toContainEqual({
      kind: "lost",
      therapy: "Cetuximab + Irinotecan + Vemurafenib",
      text: expect.stringMatching(/^was rank \d+, tier I-B, for .*BRAF V600E/),
      statements: expect.arrayContaining(["-civic:EID1902", "-civic:EID7355"]),
    });
    expect(found[0].changes).toContainEqual(
      expect.objectContaining({
        kind: "blocked",
        therapy: "Dabrafenib + Panitumumab + Trametinib",
      }),
    );
  });

  test("ranks the findings of a stored report again, with the same answer as the case", async () => {
    const [fromCase, fromReport] = (await impact(colorectal, stored)).cases;
    expect(fromReport).toMatchObject({ from: "stored report" });
    expect(fromReport.changes).toEqual(fromCase.changes);
  });

  test("says of a stored report what it cannot tell", async () => {
    const report = JSON.parse(readFileSync(stored, "utf8"));
    const other = join(folder, "other.json");
    report.knowledgebase.sha256 = "0".repeat(64);
    report.findings[0].observation = "small-variant:unreadable";
    writeFileSync(other, JSON.stringify(report));
    const [found] = (await impact(other)).cases;
    expect(found.caveats).toEqual([
      expect.stringContaining("which is not the first one"),
      "the finding BRAF V600E cannot be rebuilt from it",
    ]);
    expect(found.notComparable).toEqual(["BRAF"]);
    const { out } = await runKb("impact", shipped, edited, other);
    expect(out).toContain("A stored report keeps its findings only");
  });

  test("does not say that nothing changes of what a stored report does not give again", async () => {
    const report = JSON.parse(readFileSync(stored, "utf8"));
    const other = join(folder, "unreadable.json");
    report.findings[0].observation = "small-variant:unreadable";
    writeFileSync(other, JSON.stringify(report));
    const { code, out } = await runKb("impact", shipped, shipped, other, stored);
    expect(code).toBe(1);
    expect(out).toMatch(/\(stored report .*unreadable\.json\): not comparable: BRAF, SMAD4\n/);
    expect(out).toContain("the finding BRAF V600E cannot be rebuilt from it");
    expect(out).toMatch(/\(stored report .*expected.report\.json\): no change\n/);
    expect(out).toContain("0 of 2 would change; 1 not comparable in full.");
    const alone = await runKb("impact", shipped, shipped, stored);
    expect([alone.code, alone.out.includes("0 of 1 would change.\n")]).toEqual([0, true]);
  });

  test("ranks a stain of a stored report as that of the case", async () => {
    const own = join(folder, "stained");
    mkdirSync(own);
    writeFileSync(join(own, "ihc.csv"), "marker,score\nHER2,3+\n");
    const content = { id: "stained", tumorType: "BRCA", ihc: [{ file: "ihc.csv" }] };
    writeFileSync(join(own, "case.json"), JSON.stringify(content));
    const report = join(own, "report.json");
    const made = ["annotate", join(own, "case.json"), "--kb", shipped, "-o", report];
    expect(await main(made, makeTestTerminal())).toBe(0);
    const { code, cases: found } = await impact(own, report);
    expect(code).toBe(1);
    expect(found[0].changes.map(({ kind }: { kind: string }) => kind)).toContain("rank");
    expect(found[1]).toMatchObject({ from: "stored report", notComparable: [], caveats: [] });
    expect(found[1].changes).toEqual(found[0].changes);
  });
});
