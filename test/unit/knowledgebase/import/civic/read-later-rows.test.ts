import { expect, it } from "vitest";
import {
  laterColumns,
  readLaterRows,
} from "../../../../../src/knowledgebase/import/civic/read-later-rows.ts";

const facts = {
  biomarker_source_db: "civic",
  evidence_id: "EID1",
  variant_id: "7",
  symbol: "BRAF",
  variant: "V600E",
  therapeutic_context: "Encorafenib,Cetuximab",
  disease_ontology_id: "DOID:9256",
  cancer_type: "Colorectal Cancer",
  citation_id: "31566309",
  evidence_type: "Predictive",
  evidence_level: "A: Validated association",
  evidence_direction: "Supports",
  clinical_significance: "Sensitivity/Response",
  variant_origin: "Somatic",
};

const read = (...rows: readonly Partial<typeof facts>[]) => {
  const lines = rows.map((row) => laterColumns.map((column) => ({ ...facts, ...row })[column]));
  const text = [laterColumns, ...lines].map((cells) => cells.join("\t")).join("\n");
  const variant = {
    gene: "BRAF",
    variant: "V600E",
    variantId: "12",
    coordinates: { contig: "7", start: 140453136, end: 140453136, ref: "A", alt: "T" },
    transcript: "ENST00000288602.6",
    hgvs: [],
  } as const;
  const context = {
    known: new Set(["EID9"]),
    variants: new Map([["12", variant]]),
    source: "later",
  };
  return readLaterRows({ name: "later.tsv", text }, context);
};

it("takes each new item once, under its first spelling, and leaves out known items and other sources", () => {
  const rows = read(
    {},
    { variant: "Val600Glu" },
    { evidence_id: "EID9" },
    { evidence_id: "EID2", biomarker_source_db: "cgi" },
  );
  expect(rows.map(({ record, variant }) => [record, variant])).toEqual([["EID1", "V600E"]]);
  expect(rows[0]).toMatchObject({ level: "A", rating: null, reviewed: "", source: "later" });
});

it("knows how drugs relate only where the title of the publication says it", () => {
  const [combined, open] = read({}, { evidence_id: "EID2", citation_id: "1" });
  expect([combined?.interaction, open?.interaction]).toEqual(["Combination", ""]);
});

it("takes coordinates from the table of variants, and names a fusion by its pair", () => {
  const [known, fusion] = read(
    { variant_id: "12" },
    { evidence_id: "EID2", symbol: "LMNA-NTRK1", variant: "E2-E10" },
  );
  expect(known?.coordinates).toMatchObject({ start: 140453136 });
  expect(fusion).toMatchObject({ gene: "NTRK1", variant: "LMNA-NTRK1 E2-E10", coordinates: null });
});
