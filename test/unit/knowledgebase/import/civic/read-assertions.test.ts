import { expect, it } from "vitest";
import {
  assertionColumns,
  readAssertions,
} from "../../../../../src/knowledgebase/import/civic/read-assertions.ts";
import type { CivicVariant } from "../../../../../src/knowledgebase/import/civic/civic-row.ts";
import type { UnnumberedRow } from "../../../../../src/knowledgebase/import/civic/read-rows.ts";

const variant = {
  gene: "BRAF",
  variant: "V600E",
  variantId: "12",
  coordinates: null,
  transcript: null,
  hgvs: [],
} as const;

const item = (record: string, changes: Partial<UnnumberedRow> = {}): UnnumberedRow => ({
  ...variant,
  record,
  source: "CIViC",
  disease: { doid: "DOID:1909", name: "Melanoma" },
  drugs: ["Dabrafenib", "Trametinib"],
  interaction: "Combination",
  evidenceType: "Predictive",
  direction: "Supports",
  level: "B",
  significance: "Sensitivity/Response",
  origin: "Somatic",
  documents: ["PMID:2"],
  rating: 4,
  reviewed: "2021-03-31",
  ...changes,
});

const facts = {
  assertion_id: "7",
  gene: "BRAF",
  variant: "V600E",
  disease: "Melanoma",
  doid: "1909",
  drugs: "Trametinib,Dabrafenib",
  assertion_type: "Predictive",
  assertion_direction: "Supports",
  clinical_significance: "Sensitivity/Response",
  amp_category: "Tier I - Level A",
  evidence_item_ids: "1,2",
  last_review_date: "2020-01-16 19:05:22 UTC",
};

const read = (
  rows: readonly UnnumberedRow[],
  changes: Partial<typeof facts> = {},
  known: CivicVariant = variant,
) => {
  const cells = assertionColumns.map((column) => ({ ...facts, ...changes })[column]);
  const table = {
    name: "a.tsv",
    text: [assertionColumns, cells].map((line) => line.join("\t")).join("\n"),
  };
  return readAssertions(table, { rows, variants: new Map([["18", known]]), source: "CIViC" });
};

it("takes the level of the AMP category, and cites what its evidence items cite, each once", () => {
  const rows = [item("EID1", { documents: ["PMID:3", "PMID:2"] }), item("EID2"), item("EID9")];
  expect(read(rows)).toMatchObject([
    {
      record: "AID7",
      level: "A",
      interaction: "Combination",
      origin: "Somatic",
      documents: ["PMID:2", "PMID:3"],
      rating: null,
      reviewed: "2020-01-16",
    },
  ]);
});

it("knows its variant by gene and name, and says one that is not known without a place", () => {
  const placed = {
    ...variant,
    coordinates: { contig: "7", start: 1, end: 1, ref: "A", alt: "T" },
  } as const;
  expect(read([item("EID1")], {}, placed)[0]?.coordinates).toMatchObject({ contig: "7" });
  expect(read([item("EID1")], { gene: "ERBB2" }, placed)).toMatchObject([
    { gene: "ERBB2", variant: "V600E", coordinates: null },
  ]);
});

it("takes the best level of its items where it has no category", () => {
  const rows = [item("EID1", { level: "C" }), item("EID2", { level: "B" })];
  expect(read(rows, { amp_category: "" })[0]?.level).toBe("B");
});

it("leaves open how drugs relate where its items disagree or speak of other drugs", () => {
  const disagreeing = [item("EID1"), item("EID2", { interaction: "Substitutes" })];
  expect(read(disagreeing)[0]?.interaction).toBe("");
  expect(read([item("EID1", { drugs: ["Vemurafenib"] })])[0]?.interaction).toBe("");
});
