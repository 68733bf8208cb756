import { describe, expect, it } from "vitest";
import {
  compileStatements,
  genesOf,
} from "../../../../../src/knowledgebase/import/entities/compile-statements.ts";
import type { StatementDraft } from "../../../../../src/knowledgebase/import/importer.ts";

const bare = { type: "protein-change", gene: "BRAF", change: "V600E" };
const placed = { ...bare, alleles: { GRCh37: ["7:140453136:A:T"] } };

function draft(id: string, constraints: StatementDraft["variant"]["constraints"]): StatementDraft {
  return {
    id: `civic:${id}`,
    gene: "BRAF",
    variant: { label: "V600E", constraints },
    type: "predictive",
    predicate: "sensitivity",
    direction: "supports",
    therapy: { relation: "combination", drugs: ["Trametinib", "Dabrafenib"] },
    disease: { id: "DOID:1909", name: "Melanoma" },
    evidenceLevel: "A",
    rating: 5,
    origin: "somatic",
    documents: ["PMID:1"],
    source: { name: "CIViC", record: id, reviewed: "" },
  };
}

const compile = (...drafts: StatementDraft[]) =>
  JSON.parse(JSON.stringify(compileStatements(drafts, (name) => name.toLowerCase()).get("BRAF")));

describe("compileStatements", () => {
  it("sorts statements by the number of their record and drugs by id", () => {
    const file = compile(draft("EID100", [bare]), draft("EID99", [bare]));
    expect(file.statements.map((statement: { id: string }) => statement.id)).toEqual([
      "civic:EID99",
      "civic:EID100",
    ]);
    expect(file.statements[0].therapy.drugs).toEqual(["dabrafenib", "trametinib"]);
    expect(file.statements[0].source.reviewed).toBeNull();
  });

  it("shares a variant among records that mean the same, with the coordinates that one of them states", () => {
    const file = compile(draft("EID1", [bare]), draft("EID2", [placed]));
    expect(file.variants).toEqual([{ id: "BRAF:V600E", label: "V600E", constraints: [placed] }]);
    expect(file.statements[0].variant).toBe("BRAF:V600E");
  });

  it("tells two meanings of one name apart by a number", () => {
    const other = { type: "copy-number", gene: "BRAF", change: "amplification" };
    const file = compile(draft("EID1", [placed]), draft("EID2", [placed, other]));
    expect(file.variants.map((variant: { id: string }) => variant.id)).toEqual([
      "BRAF:V600E",
      "BRAF:V600E-2",
    ]);
  });

  it("does not depend on the order of the records", () => {
    const drafts = [draft("EID3", [placed]), draft("EID1", [bare]), draft("EID2", [placed, bare])];
    expect(compile(...drafts.toReversed())).toEqual(compile(...drafts));
  });
});

describe("genesOf", () => {
  it("finds the genes of nested constraints and both partners of a fusion", () => {
    const nested = {
      type: "any",
      constraints: [
        { type: "fusion", fivePrime: "EML4", threePrime: "ALK" },
        { type: "not", constraint: { type: "codon", gene: "KRAS", residue: "G", position: 12 } },
      ],
    };
    expect(genesOf(draft("EID1", [nested]))).toEqual(["BRAF", "EML4", "ALK", "KRAS"]);
  });
});
