import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Finding } from "../../../src/model/report.ts";
import { buildReport } from "../../../src/report/build-report.ts";
import { describeProteins } from "../../../src/run/describe-proteins.ts";
import { sampleParts } from "../report/sample-report.ts";

const folder = join(import.meta.dirname, "../../../knowledgebase");
const name = "gene-models.txt";
const models = openPackedModels(readFileSync(join(folder, name)), name).of("GRCh38");
const knowledgebase = await loadKnowledgebase(folder);
const model = buildReport(sampleParts()).findings.find(({ kind }) => kind === "small-variant");

function describe(changes: Partial<Finding>): Finding["protein"] {
  const observation = "small-variant:GRCh38:7:140753336:A:T";
  const transcript = "ENST00000646891.2";
  const finding = { ...model!, observation, gene: "BRAF", transcript, ...changes };
  const hgvs = { coding: "c.1799T>A", protein: "p.V600E" };
  return describeProteins([{ hgvs, ...finding }], knowledgebase, models)[0]?.protein;
}

// UniProt: P15056 (BRAF) has 766 residues, P04637 (TP53) 393.
test("a protein has the length that UniProt states, and the regions that statements name", () => {
  expect(describe({})).toEqual({
    length: 766,
    regions: [{ name: "exon 15", start: 581, end: 620 }],
  });
  const observation = "small-variant:GRCh38:17:7674220:C:T";
  const tp53 = describe({ observation, gene: "TP53", transcript: "ENST00000269305.9" });
  expect(tp53?.length).toBe(393);
  expect(tp53?.regions).toContainEqual({ name: "DNA-binding domain", start: 163, end: 263 });
});

test("a transcript is found by its name where the allele is not known, and only where a known allele lies", () => {
  const transcript = "ENST00000269305.9";
  const elsewhere = { gene: "TP53", transcript };
  expect(describe(elsewhere)).toBeUndefined();
  expect(describe({ ...elsewhere, observation: "small-variant:TP53 R248Q" })?.length).toBe(393);
});

test("nothing is said where the transcript or the change of the protein is not known", () => {
  expect(describe({ transcript: "ENST00000000000.1" })).toBeUndefined();
  expect(describe({ transcript: null })).toBeUndefined();
  expect(describe({ hgvs: { coding: "c.1799+1G>A", protein: null } })).toBeUndefined();
});
