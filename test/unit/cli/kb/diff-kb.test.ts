import { describe, expect, test } from "vitest";
import type { SampleFiles } from "../../knowledgebase/sample-folder.ts";
import {
  rawStatement,
  sampleFiles,
  sampleFolder,
  writeFolder,
} from "../../knowledgebase/sample-folder.ts";
import { runKb } from "./run-kb.ts";

const diff = async (edit: (files: SampleFiles) => void, ...args: string[]) =>
  (await runKb("diff", sampleFolder(), sampleFolder(edit), ...args)).out;
const json = async (edit: (files: SampleFiles) => void) =>
  JSON.parse(await diff(edit, "--format", "json"));
const revise = (parts: object) => (files: SampleFiles) => {
  files["statements/BRAF.json"].statements = [Object.assign(rawStatement(), parts)];
};

describe("metaction kb diff", () => {
  test("tells what was added, revised and removed in sentences, and the step", async () => {
    const out = await diff((files) => {
      files["manifest.json"].version = "2026.12.0";
      files["statements/BRAF.json"].statements = [
        rawStatement({ evidenceLevel: "B", documents: ["PMID:1", "PMID:2"] }),
        rawStatement({ id: "civic:EID2", predicate: "resistance" }),
      ];
    });
    expect(out.split("\n").slice(1)).toEqual([
      "",
      "Added (1)",
      "  + civic:EID2  BRAF V600E: resistance to Vemurafenib in melanoma, level A",
      "",
      "Revised (1)",
      "  ~ civic:EID1  BRAF V600E: sensitivity to Vemurafenib in melanoma, level B",
      "      The level is B; it was A.",
      "      It also rests on PMID:2.",
      "",
      "This is a minor step: 1 statement revised, 1 statement added.",
      "The version is a new release: 2026.11.0 to 2026.12.0.",
      "",
    ]);
  });

  test("compares a layer with what lies below it, and with another version of itself", async () => {
    const board = { name: "our board", date: "2026-11-20", licence: "in-house", url: null };
    const layer = (version: string, level: "B" | "C") => {
      const statement = rawStatement({
        id: "board:1",
        predicate: "resistance",
        evidenceLevel: level,
        source: { name: "our board", record: "1", reviewed: "2026-11-20" },
      });
      return writeFolder({
        "manifest.json": { ...sampleFiles()["manifest.json"], version, sources: [board] },
        "statements/BRAF.json": { gene: "BRAF", variants: [], statements: [statement] },
      });
    };
    const below = sampleFolder();
    const [first, second] = [layer("2026.11.1", "C"), layer("2026.12.0", "B")];
    const { out } = await runKb("diff", below, first, "--over", below);
    expect(out).toContain("Added (1)\n  + board:1  BRAF V600E: resistance");
    expect(out).toContain("The layer has a version of its own: 2026.11.1.");
    const versions = (await runKb("diff", first, second, "--over", below)).out;
    expect(versions).toContain("The level is B; it was C.");
    expect(versions).not.toMatch(/Added|Removed/);
    expect(versions).toContain("The version is a new release: 2026.11.1 to 2026.12.0.");
  });

  test("says that nothing changed when only the layout did", async () => {
    expect(await diff(() => {})).toMatch(/\nBoth say the same\.\nThe version is the same: /);
  });

  test("calls a statement that is gone a major step, and says which version it deserves", async () => {
    const out = await diff((files) => (files["statements/BRAF.json"].statements = []));
    expect(out).toContain("Removed (1)\n  - civic:EID1  BRAF V600E");
    expect(out).toContain("a major step deserves 2026.12.0.");
  });

  test.each([
    [
      { predicate: "resistance" },
      "major",
      "It says resistance to Vemurafenib; it said sensitivity",
    ],
    [{ direction: "does not support" }, "major", "It says no support for sensitivity"],
    [{ disease: "DOID:162" }, "major", "The tumor is cancer; it was melanoma."],
    [{ rating: null }, "minor", "The rating is not stated; it was 5."],
    [{ origin: null }, "minor", "The origin is not stated; it was somatic."],
    [
      { source: { name: "CIViC", record: "EID1", reviewed: "2021-04-01" } },
      "patch",
      "It was reviewed on 2021-04-01; before, on 2021-03-31.",
    ],
  ])("of %j makes a %s step", async (parts, step, text) => {
    const found = await json(revise(parts));
    expect(found.step).toBe(step);
    expect(found.revised[0].revisions[0]).toMatchObject({
      step,
      text: expect.stringContaining(text),
    });
  });

  test("tells a corrected place from another alteration", async () => {
    const edit = (change: object) => (files: SampleFiles) => {
      Object.assign(files["statements/BRAF.json"].variants[0]!.constraints[0]!, change);
    };
    const places = {
      GRCh37: ["7:140453136:A:T"],
      GRCh38: ["7:140753336:A:T", "7:140753335:CA:TT"],
    };
    const two = { GRCh37: ["7:140453136:A:T", "7:140453135:CA:TT"], GRCh38: places.GRCh38 };
    expect((await json(edit({ alleles: two }))).step).toBe("minor");
    const codon = await json(edit({ change: "V600K", coding: undefined }));
    expect(codon.step).toBe("major");
    expect(codon.revised[0].revisions).toContainEqual({
      step: "major",
      text: 'constraints[0].change is "V600K"; it was "V600E".',
    });
  });

  test("tells of each agency what it decided, and calls a withdrawal a major step", async () => {
    const approval = {
      agency: "FDA",
      status: "accelerated",
      date: "2024-06",
      documents: ["PMID:1"],
    };
    const between = async (before: object[], after: object[]) => {
      const folders = [before, after].map((approvals) =>
        sampleFolder(revise(approvals.length === 0 ? {} : { approvals })),
      );
      const { out } = await runKb("diff", ...folders, "--format", "json");
      return JSON.parse(out).revised[0].revisions;
    };
    expect(await between([], [approval])).toEqual([
      { text: "The FDA approved it: accelerated, 2024-06, by PMID:1.", step: "minor" },
    ]);
    const regular = { ...approval, status: "regular", settings: ["first line"] };
    expect(await between([approval], [regular])).toEqual([
      {
        text: "The approval of the FDA is regular, 2024-06, first line, by PMID:1; it was accelerated, 2024-06, by PMID:1.",
        step: "minor",
      },
    ]);
    const withdrawn = { ...approval, status: "withdrawn", withdrawn: "2025" };
    expect(await between([approval], [withdrawn])).toMatchObject([{ step: "major" }]);
    const ema = { ...approval, agency: "EMA", status: "regular" };
    expect(await between([approval, ema], [ema])).toMatchObject([
      { text: "The approval of the FDA is gone: accelerated, 2024-06, by PMID:1.", step: "major" },
    ]);
  });

  test("counts what entities are called as a patch, and what they mean as minor", async () => {
    const renamed = await json((files) =>
      files["therapies.json"].therapies[0]!.synonyms.push("RG7204"),
    );
    expect([renamed.step, renamed.entities]).toEqual([
      "patch",
      [expect.objectContaining({ kind: "therapy", id: "vemurafenib", fields: ["synonyms"] })],
    ]);
    const moved = await json((files) => (files["genes.json"].genes[0]!.role = "both"));
    expect(moved.step).toBe("minor");
  });
});
