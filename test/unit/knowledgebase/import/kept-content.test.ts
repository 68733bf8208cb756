import { describe, expect, it } from "vitest";
import { compileStatements } from "../../../../src/knowledgebase/import/entities/compile-statements.ts";
import { formatJson } from "../../../../src/knowledgebase/import/format-json.ts";
import type { StatementDraft } from "../../../../src/knowledgebase/import/importer.ts";
import { readKept } from "../../../../src/knowledgebase/import/kept-content.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { rawStatement, sampleFiles, type SampleFiles } from "../sample-folder.ts";

const own = new Set(["CIViC"]);
const byHand = { name: "metaction curation", record: "x", reviewed: null };
const v600k = {
  id: "BRAF:V600K",
  label: "V600K",
  constraints: [{ type: "protein-change", gene: "BRAF", change: "V600K" } as const],
};

/** The sample with a curated statement of its own variant, as the files of a folder. */
function folder(edit: (files: SampleFiles) => void = () => {}): Map<string, Uint8Array> {
  const files = sampleFiles();
  const { variants, statements } = files["statements/BRAF.json"];
  variants.push(structuredClone(v600k));
  statements.push(rawStatement({ id: "metaction:x", variant: v600k.id, source: byHand }));
  edit(files);
  return new Map(
    Object.entries(files).map(([name, data]) => [
      name,
      new TextEncoder().encode(typeof data === "string" ? data : JSON.stringify(data)),
    ]),
  );
}

const draft = (change: string): StatementDraft => ({
  id: "civic:EID7",
  gene: "BRAF",
  variant: { label: change, constraints: [{ type: "protein-change", gene: "BRAF", change }] },
  type: "predictive",
  predicate: "sensitivity",
  direction: "supports",
  therapy: { relation: "single", drugs: ["Vemurafenib"] },
  disease: { id: "DOID:1909", name: "Melanoma" },
  evidenceLevel: "A",
  rating: 5,
  origin: "somatic",
  documents: ["PMID:1"],
  source: { name: "CIViC", record: "EID7", reviewed: "2021-03-31" },
});

const compile = (files: Map<string, Uint8Array>, ...drafts: StatementDraft[]) =>
  JSON.parse(
    formatJson(
      compileStatements(drafts, (name) => name.toLowerCase(), readKept(files, own).genes).get(
        "BRAF",
      ),
    ),
  );

const idsOf = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

describe("an import into a folder", () => {
  it("replaces the statements and variants of its own source, and keeps those of others", () => {
    const file = compile(folder(), draft("V600E"));
    expect(idsOf(file.statements)).toEqual(["civic:EID7", "metaction:x"]);
    expect(idsOf(file.variants)).toEqual(["BRAF:V600E", "BRAF:V600K"]);
    expect(file.statements[1]).toEqual(
      rawStatement({ id: "metaction:x", variant: v600k.id, source: byHand }),
    );
  });

  it("keeps the file of a gene that only others speak of, and none that nobody does", () => {
    expect(idsOf(compile(folder()).statements)).toEqual(["metaction:x"]);
    const onlyOwn = folder((files) => files["statements/BRAF.json"].statements.pop());
    const { genes } = readKept(onlyOwn, own);
    expect([...compileStatements([], (name) => name, genes).keys()]).toEqual([]);
  });

  it("never gives the id of a variant that was written by hand another meaning", () => {
    const other = folder((files) => {
      files["statements/BRAF.json"].variants[1]!.constraints = [
        { type: "codon", gene: "BRAF", residue: "V", position: 600 },
      ];
    });
    const file = compile(other, draft("V600K"));
    expect(idsOf(file.variants)).toEqual(["BRAF:V600K", "BRAF:V600K-2"]);
    expect(file.statements[0].variant).toBe("BRAF:V600K-2");
    // The very same alteration is shared.
    expect(compile(folder(), draft("V600K")).variants).toHaveLength(1);
  });

  it("keeps a variant that both used when the source no longer does", () => {
    const shared = folder((files) => {
      files["statements/BRAF.json"].statements[1]!.variant = "BRAF:V600E";
    });
    expect(idsOf(compile(shared, draft("V600M")).variants)).toContain("BRAF:V600E");
  });

  it("keeps therapies that were written by hand or that kept statements name, documents and own diseases", () => {
    const kept = readKept(
      folder((files) => {
        const { therapies } = files["therapies.json"];
        therapies.push({ ...therapies[1]!, id: "zongertinib", curated: true });
        files["diseases.json"].nodes.push({
          id: "METACTION:x",
          name: "x",
          parents: [],
          equivalents: [],
        });
      }),
      own,
    );
    expect(idsOf(kept.therapies)).toEqual(["vemurafenib", "zongertinib"]);
    expect(idsOf(kept.diseases)).toEqual(["METACTION:x"]);
    expect(idsOf(kept.documents)).toEqual(["LABEL:fda-zelboraf"]);
    expect(kept.named).toEqual({ genes: ["BRAF", "BRAF"], diseases: ["DOID:1909"] });
  });

  it("refuses a folder of which it could not keep everything", () => {
    const broken = folder((files) => Object.assign(files["therapies.json"], { therapy: [] }));
    expect(() => readKept(broken, own)).toThrow(Refusal);
    const cut = folder();
    cut.set("statements/BRAF.json", new TextEncoder().encode('{"gene":"BRAF"'));
    expect(() => readKept(cut, own)).toThrow(Refusal);
  });
});
