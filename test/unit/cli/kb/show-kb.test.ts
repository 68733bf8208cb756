import { describe, expect, test } from "vitest";
import type { SampleFiles } from "../../knowledgebase/sample-folder.ts";
import { rawStatement, sampleFolder } from "../../knowledgebase/sample-folder.ts";
import { runKb } from "./run-kb.ts";

/** A statement about the codon in another tumor and a prognosis, beside the sample's own. */
function addStatements(files: SampleFiles): void {
  const file = files["statements/BRAF.json"];
  file.variants.push(
    {
      id: "BRAF:V600",
      label: "V600",
      constraints: [{ type: "codon", gene: "BRAF", residue: "V", position: 600 }],
    },
    {
      id: "BRAF:amplification",
      label: "amplification",
      constraints: [{ type: "copy-number", gene: "BRAF", change: "amplification" }],
    },
    {
      id: "BRAF:wild-type",
      label: "wild type",
      constraints: [{ type: "wild-type", gene: "BRAF" }],
    },
  );
  const { therapy: _, ...claim } = rawStatement({ id: "civic:EID3", evidenceLevel: "B" });
  file.statements.push(
    rawStatement({
      id: "civic:EID2",
      variant: "BRAF:V600",
      disease: "DOID:162",
      evidenceLevel: "A",
    }),
    { ...claim, type: "prognostic", predicate: "poor outcome" },
    rawStatement({ id: "civic:EID4", variant: "BRAF:amplification", evidenceLevel: "D" }),
    rawStatement({ id: "civic:EID5", variant: "BRAF:wild-type" }),
  );
}
const folder = () => sampleFolder(addStatements);
const ids = (out: string): string[] =>
  JSON.parse(out).statements.map(({ id }: { id: string }) => id);

describe("metaction kb show", () => {
  test("gives what the alteration would meet, in this tumor first, then by level and exactness", async () => {
    const args = ["show", "BRAF", "p.Val600Glu", "--tumor-type", "MEL", "--kb", folder()];
    const { code, out } = await runKb(...args);
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "BRAF p.Val600Glu: 3 statements, seen from Melanoma",
      "level  this tumor  effect                      tumor     alteration  match           date        source",
      "A      same        sensitivity to Vemurafenib  melanoma  BRAF V600E  protein change  2021-03-31  CIViC EID1, PMID 1",
      "A      ancestor    sensitivity to Vemurafenib  cancer    BRAF V600   codon           2021-03-31  CIViC EID1, PMID 1",
      "B      same        poor outcome (prognostic)   melanoma  BRAF V600E  protein change  2021-03-31  CIViC EID1, PMID 1",
      "",
    ]);
  });

  test("tells which agency approved it, and when", async () => {
    const kb = sampleFolder((files) => {
      const approval = { agency: "FDA", status: "regular", date: "2011-08", documents: ["PMID:1"] };
      files["statements/BRAF.json"].statements = [
        Object.assign(rawStatement(), { approvals: [approval] }),
      ];
    });
    const { out } = await runKb("show", "BRAF", "V600E", "--kb", kb);
    expect(out).toMatch(/tumor +approved +alteration/);
    expect(out).toMatch(/melanoma +FDA 2011-08 +BRAF V600E/);
  });

  test("gives all of a gene without an alteration, and reads an alias", async () => {
    const { out } = await runKb("show", "BRAF1", "--format", "json", "--kb", folder());
    expect(ids(out)).toHaveLength(5);
  });

  test("reads other kinds of alterations, and a curator's own name", async () => {
    const kb = folder();
    const amplified = await runKb("show", "braf", "amplification", "--format", "json", "--kb", kb);
    expect(ids(amplified.out)).toEqual(["civic:EID4"]);
    const named = await runKb("show", "BRAF", "wild", "type", "--format", "json", "--kb", kb);
    expect(ids(named.out)).toEqual(["civic:EID5"]);
  });

  test("says so when nothing is known, and names the nearest when the word is unknown", async () => {
    const kb = folder();
    const nothing = await runKb("show", "BRAF", "K601E", "--kb", kb);
    expect([nothing.code, nothing.out]).toEqual([1, "BRAF K601E: 0 statements\n"]);
    const gene = await runKb("show", "BRAFF", "--kb", kb);
    expect([gene.code, gene.err]).toEqual([2, expect.stringContaining("Did you mean BRAF?")]);
    const word = await runKb("show", "BRAF", "amplfication", "--kb", kb);
    expect([word.code, word.err]).toEqual([2, expect.stringContaining("Near: amplification.")]);
  });
});

describe("metaction kb search", () => {
  test("finds statements by every word, in synonyms and documents too", async () => {
    const kb = folder();
    const search = async (...words: string[]) =>
      await runKb("search", ...words, "--kb", kb, "--format", "json");
    expect(ids((await search("plx4032", "cancer")).out)).toEqual(["civic:EID2"]);
    expect(ids((await search("poor", "outcome")).out)).toEqual(["civic:EID3"]);
    const none = await search("osimertinib");
    expect([none.code, ids(none.out)]).toEqual([1, []]);
  });
});

describe("metaction kb stats", () => {
  test("counts by each property, largest first, levels in their order", async () => {
    const { out } = await runKb("stats", "--kb", folder(), "--top", "1");
    expect(out).toContain("version 2026.11.0 of 2026-11-22: 5 statements, 1 genes, 2 therapies");
    expect(out).toContain(
      "type        statements  newest\npredictive           4  2021-03-31\nand 1 more",
    );
    const byLevel = await runKb("stats", "--kb", folder(), "--by", "level", "--format", "json");
    expect(JSON.parse(byLevel.out).by.level).toEqual([
      { name: "A", count: 3, newest: "2021-03-31" },
      { name: "B", count: 1, newest: "2021-03-31" },
      { name: "D", count: 1, newest: "2021-03-31" },
    ]);
  });
});
