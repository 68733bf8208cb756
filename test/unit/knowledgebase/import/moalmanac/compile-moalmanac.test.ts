import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildIndex } from "../../../../../src/knowledgebase/index/build-index.ts";
import { compileMoalmanac } from "../../../../../src/knowledgebase/import/moalmanac/compile-moalmanac.ts";
import { loadKnowledgebase } from "../../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { loadContent } from "../../../../../src/knowledgebase/load/load-layers.ts";
import { checkFolder } from "../../../../../src/knowledgebase/folder/read-folder.ts";
import { rawStatement, sampleFolder } from "../../sample-folder.ts";

/** Made up in the form of the source; none of it is in the source. */
function copy(
  parts: { biomarkers?: object[]; propositions?: object[]; statements?: object[] } = {},
) {
  const field = (fields: object) => [
    ...Object.entries(fields).map(([name, value]) => ({ name, value })),
    { name: "_present", value: true },
  ];
  const variant = (id: number, name: string, fields: object) => ({
    id,
    type: "CategoricalVariant",
    name,
    genes: [0],
    extensions: field(fields),
  });
  const proposition = {
    id: 7,
    type: "VariantTherapeuticResponseProposition",
    predicate: "predictSensitivityTo",
    biomarkers: [1],
    conditionQualifier_id: 0,
    therapy_id: 0,
    therapy_group_id: null,
  };
  const label = (id: string, agent: string, status = "Active") => ({
    id,
    documentType: "Regulatory approval",
    agent_id: agent,
    drug_name_brand: "Brand",
    publication_date: "2024-05-06",
    status,
    urls: ["url:plain", "url:good"],
    description: "A sentence that may not be copied.",
  });
  const files: Record<string, unknown> = {
    about: { name: "x", license: "GPL-2.0", last_updated: "2026-05-07" },
    biomarkers: parts.biomarkers ?? [
      variant(1, "BRAF p.V600E", { biomarker_type: "Somatic Variant", protein_change: "p.V600E" }),
      variant(2, "BRAF p.K601T", {
        biomarker_type: "Somatic Variant",
        protein_change: "p.K601T",
        cdna_change: "c.1802A>C",
        hgvsc: "ENST00000288602.6:c.1802A>C",
        chromosome: "7",
        start_position: 140_453_133,
        reference_allele: "T",
        alternate_allele: "G",
      }),
      variant(3, "BRAF p.K601N", {
        biomarker_type: "Somatic Variant",
        protein_change: "p.K601N",
        cdna_change: "c.1790A>C",
        chromosome: "7",
        start_position: 140_453_133,
        reference_allele: "T",
        alternate_allele: "G",
      }),
      variant(4, "BRAF amplification", {
        biomarker_type: "Copy Number",
        direction: "Amplification",
      }),
      variant(5, "v::BRAF", { biomarker_type: "Rearrangement" }),
      variant(6, "Wild type BRAF", { biomarker_type: "Wild type" }),
      variant(7, "BRAF oncogenic variants", { biomarker_type: "Germline Variant" }),
      variant(8, "MSI-H", { biomarker_type: "Microsatellite Stability" }),
      variant(9, "PD-L1", { biomarker_type: "Protein expression", marker: "BRAF", value: 0.5 }),
      variant(10, "BRAF +", {
        biomarker_type: "Protein expression",
        marker: "B-Raf (BRAF)",
        value: "Positive",
      }),
    ],
    diseases: [
      { id: 0, conceptType: "Disease", name: "Melanoma", primary_coding_id: "oncotree:MEL" },
      { id: 1, conceptType: "Disease", name: "Elsewhere", primary_coding_id: "ncit:C1" },
    ],
    documents: [
      label("doc:fda.brand", "fda"),
      label("doc:hc.brand", "hc"),
      label("doc:ema.old", "ema", "Deprecated"),
    ],
    genes: [{ id: 0, conceptType: "Gene", name: "BRAF" }],
    propositions: parts.propositions?.map((each, at) => ({ ...proposition, id: at, ...each })) ?? [
      proposition,
    ],
    statements:
      parts.statements ??
      Array.from({ length: 20 }, (_, id) => ({
        id,
        proposition_id: id,
        direction: "supports",
        reportedIn: ["doc:fda.brand", "doc:hc.brand"],
        description: "Another sentence that may not be copied.",
      })),
    therapies: [
      { id: 0, conceptType: "Drug", name: "Other name", primary_coding_id: "ncit:C64768" },
      { id: 1, conceptType: "Drug", name: "New drug 5", primary_coding_id: "ncit:C5" },
    ],
    therapyGroups: [{ id: 0, membershipOperator: "AND", therapies: [0, 1] }],
    urls: [
      { id: "url:plain", url: "http://example.org/label" },
      { id: "url:good", url: "https://example.org/label.pdf" },
    ],
  };
  return Object.entries(files).map(([name, data]) => ({ name, text: JSON.stringify(data) }));
}

async function compile(parts?: Parameters<typeof copy>[0]) {
  const folder = sampleFolder((files) => {
    files["statements/BRAF.json"].variants.push({
      id: "BRAF:amplification",
      label: "amplification",
      constraints: [{ type: "copy-number", gene: "BRAF", change: "amplification" }],
    });
    files["statements/BRAF.json"].statements.push(
      rawStatement({ id: "civic:EID2", variant: "BRAF:amplification" }),
    );
  });
  const base = await loadKnowledgebase(folder);
  const result = compileMoalmanac(copy(parts), base, buildIndex(base));
  const read = (path: string) => JSON.parse(result.files.get(path) ?? "null");
  return { ...result, read, folder };
}

describe("a user's own copy of the Almanac", () => {
  test("gives one statement for a proposition, with the labels of the FDA and the EMA", async () => {
    const { read, compiled, folder, files } = await compile();
    expect(compiled).toBe(1);
    expect(read("statements/BRAF.json").statements).toEqual([
      {
        id: "moalmanac:P7",
        variant: "BRAF:V600E",
        type: "predictive",
        predicate: "sensitivity",
        direction: "supports",
        therapy: { relation: "single", drugs: ["vemurafenib"] },
        disease: "ONCOTREE:MEL",
        evidenceLevel: "A",
        rating: null,
        origin: null,
        documents: ["LABEL:moalmanac-fda-brand"],
        source: { name: "Molecular Oncology Almanac", record: "P7", reviewed: null },
      },
    ]);
    expect(read("documents.json").documents).toEqual([
      {
        id: "LABEL:moalmanac-fda-brand",
        title: "Brand, FDA label",
        publisher: "FDA",
        date: "2024-05-06",
        url: "https://example.org/label.pdf",
      },
    ]);
    expect([...files.values()].join()).not.toContain("sentence");
    const below = await loadContent([{ name: "ours", path: folder }]);
    expect((await checkFolder(writeLayer(files), below)).problems).toEqual([]);
  });

  test("reads each kind of biomarker, and uses a variant that means the same", async () => {
    const propositions = [1, 2, 3, 4, 5, 6, 7, 10].map((id) => ({ biomarkers: [id] }));
    const { read, skipped } = await compile({ propositions });
    expect([...skipped]).toEqual([]);
    const file = read("statements/BRAF.json");
    expect(file.statements.map(({ variant }: { variant: string }) => variant)).toEqual([
      "BRAF:V600E",
      "BRAF:K601T",
      "BRAF:K601N",
      "BRAF:amplification",
      "BRAF:fusion",
      "BRAF:wild-type",
      "BRAF:pathogenic-variants",
      "BRAF:protein-present",
    ]);
    expect(file.statements[6].origin).toBe("germline");
    const constraints = new Map(
      file.variants.map(({ id, constraints: list }: { id: string; constraints: object[] }) => [
        id,
        list,
      ]),
    );
    expect(constraints.get("BRAF:K601T")).toEqual([
      {
        type: "protein-change",
        gene: "BRAF",
        change: "K601T",
        coding: "c.1802A>C",
        transcript: "ENST00000288602.6",
        alleles: { GRCh37: ["7:140453133:T:G"] },
      },
    ]);
    // The source contradicts itself: its coordinates are not used.
    expect(constraints.get("BRAF:K601N")).toEqual([
      { type: "protein-change", gene: "BRAF", change: "K601N" },
    ]);
  });

  test("joins the biomarkers of a proposition, and drugs of a group, of which a new one is added", async () => {
    const { read } = await compile({
      propositions: [{ biomarkers: [1, 4], therapy_id: null, therapy_group_id: 0 }],
    });
    const file = read("statements/BRAF.json");
    expect(file.variants).toMatchObject([
      {
        id: "BRAF:moalmanac-1-4",
        label: "BRAF V600E and BRAF amplification",
        constraints: [{ type: "protein-change" }, { type: "copy-number" }],
      },
    ]);
    expect(file.statements[0].therapy).toEqual({
      relation: "combination",
      drugs: ["new-drug-5", "vemurafenib"],
    });
    expect(read("therapies.json").therapies).toMatchObject([
      { id: "new-drug-5", name: "New drug 5", ncit: "C5" },
    ]);
  });

  test("leaves out, with the reason, what has no rule, no place and no standing label", async () => {
    const standing = (...reportedIn: string[]) => ({ direction: "supports", reportedIn });
    const { compiled, skipped } = await compile({
      propositions: [
        { biomarkers: [8] },
        { biomarkers: [9] },
        { conditionQualifier_id: 1 },
        {},
        { predicate: "predictResistanceTo" },
      ],
      statements: [
        { id: 0, proposition_id: 0, ...standing("doc:fda.brand") },
        { id: 1, proposition_id: 1, ...standing("doc:fda.brand") },
        { id: 2, proposition_id: 2, ...standing("doc:fda.brand") },
        { id: 3, proposition_id: 3, ...standing("doc:hc.brand", "doc:ema.old") },
      ],
    });
    expect(compiled).toBe(0);
    expect([...skipped.keys()].toSorted()).toEqual([
      "a cut-off of one assay",
      "no rule for Microsatellite Stability",
      "no rule for predictResistanceTo",
      "no standing label of the FDA or the EMA",
      "the tumor is not in the knowledgebase",
    ]);
  });

  test("is refused with the names of the files that are missing", async () => {
    const base = await loadKnowledgebase(sampleFolder());
    const some = copy().filter(({ name }) => name !== "urls" && name !== "about");
    expect(() => compileMoalmanac(some, base, buildIndex(base))).toThrow("missing urls, about");
  });
});

function writeLayer(files: ReadonlyMap<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "moalmanac-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const shared = "../shared/data/kb/other";

describe.skipIf(!existsSync(shared))("the copy in the shared folder", () => {
  test("becomes a layer over the shipped content that has no problem", async () => {
    const sources = readdirSync(shared).map((name) => {
      const bytes = readFileSync(join(shared, name));
      return { name, text: (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8") };
    });
    const below = await loadContent([{ name: "ours", path: "knowledgebase" }]);
    const base = await loadKnowledgebase("knowledgebase");
    const { files, compiled, propositions, skipped } = compileMoalmanac(
      sources,
      base,
      buildIndex(base),
    );
    const left = [...skipped.values()].reduce((sum, count) => sum + count, 0);
    expect(compiled + left).toBe(propositions);
    expect(compiled / propositions).toBeGreaterThan(0.45);
    expect((await checkFolder(writeLayer(files), below)).problems).toEqual([]);
  }, 60_000);
});
