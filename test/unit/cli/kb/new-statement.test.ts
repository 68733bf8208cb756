import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sampleFolder } from "../../knowledgebase/sample-folder.ts";
import { runKb } from "./run-kb.ts";

const kb = () => sampleFolder();
const facts = ["--level", "B", "--document", "PMID:1", "--source", "our board", "--record", "1"];
const add = async (...args: string[]) => await runKb("new", "statement", ...args);

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kb-new-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "board");
}

describe("metaction kb new statement", () => {
  test("looks names up and uses the variant that means the same", async () => {
    const drugs = ["--therapy", "PLX4032", "--therapy", "cetuximab", "--tumor-type", "mel"];
    const { code, out, err } = await add("BRAF1", "p.Val600Glu", ...drugs, ...facts, "--kb", kb());
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      statement: {
        id: "our-board:1",
        variant: "BRAF:V600E",
        type: "predictive",
        predicate: "sensitivity",
        direction: "supports",
        therapy: { relation: "combination", drugs: ["cetuximab", "vemurafenib"] },
        disease: "ONCOTREE:MEL",
        evidenceLevel: "B",
        rating: null,
        origin: null,
        documents: ["PMID:1"],
        source: {
          name: "our board",
          record: "1",
          reviewed: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        },
      },
    });
  });

  test.each([
    [["K601E"], { type: "protein-change", gene: "BRAF", change: "K601E" }],
    [["deletion"], { type: "copy-number", gene: "BRAF", change: "deletion" }],
    [["fusion"], { type: "fusion", gene: "BRAF" }],
    [["AGK::BRAF"], { type: "fusion", fivePrime: "AGK", threePrime: "BRAF" }],
    [
      ["protein", "high"],
      { type: "expression", gene: "BRAF", molecule: "protein", direction: "up" },
    ],
  ])("makes the variant %j where there is none", async (words, constraint) => {
    const { out } = await add("BRAF", ...words, "--therapy", "cetuximab", ...facts, "--kb", kb());
    expect(JSON.parse(out).variant.constraints).toEqual([constraint]);
  });

  test("gives the id that the other statements of the source have", async () => {
    const args = ["--therapy", "cetuximab", ...facts, "--source", "CIViC", "--record", "EID9"];
    const { out } = await add("BRAF", "V600E", ...args, "--kb", kb());
    expect(JSON.parse(out).statement.id).toBe("civic:EID9");
  });

  test("adds to a folder that is sound as a layer from the start", async () => {
    const [folder, base] = [emptyFolder(), kb()];
    const common = ["--therapy", "cetuximab", ...facts, "--into", folder, "--kb", base];
    const first = await add("BRAF", "K601E", ...common);
    expect(first.err).toContain("BRAF:K601E is new and has no coordinates");
    await add(
      "BRAF",
      "V600E",
      ...common,
      "--record",
      "2",
      "--against",
      "--predicate",
      "resistance",
    );
    const checked = await runKb("validate", folder, "--over", base, "--fail-on", "warning");
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining("2 statements")]);
    const file = JSON.parse(readFileSync(join(folder, "statements/BRAF.json"), "utf8"));
    expect(file.$schema).toBe("../schemas/statements.schema.json");
    expect(file.statements).toMatchObject([
      { id: "our-board:1" },
      { id: "our-board:2", direction: "does not support", predicate: "resistance" },
    ]);
    const path = join(folder, "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    const { date } = manifest;
    const old = { ...manifest, date: "2024-01-01" };
    old.sources = [];
    writeFileSync(path, JSON.stringify(old));
    await add("BRAF", "V600E", ...common, "--record", "3");
    const raised = JSON.parse(readFileSync(path, "utf8"));
    expect([raised.date, raised.sources]).toEqual([date, manifest.sources]);
    const again = await add("BRAF", "K601E", ...common);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("Give another --record")]);
  });

  test("writes nothing when a name is unknown, and names the nearest", async () => {
    const folder = emptyFolder();
    const into = [...facts, "--into", folder, "--kb", kb()];
    const drug = await add("BRAF", "V600E", "--therapy", "vemurafinib", ...into);
    expect([drug.code, drug.err]).toEqual([
      2,
      expect.stringContaining("Did you mean Vemurafenib?"),
    ]);
    const word = await add("BRAF", "exon", "99", "--therapy", "cetuximab", ...into);
    expect([word.code, word.err]).toEqual([2, expect.stringContaining('is called "exon 99"')]);
    const none = await add("BRAF", "V600E", ...into);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("Give --therapy")]);
    const document = ["--therapy", "cetuximab", "--document", "PMID1", ...into];
    const wrong = await add("BRAF", "V600E", ...document);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("expected PMID:n")]);
    expect(wrong.err).not.toContain("new statement:");
    expect(existsSync(folder)).toBe(false);
  });
});
