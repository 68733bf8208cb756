/** A small, sound knowledgebase folder that tests change at one place. Its facts are made up. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type {
  DiseasesFile,
  DocumentsFile,
  GeneFile,
  GenesFile,
  Manifest,
  TherapiesFile,
  TherapyEntity,
} from "../../../src/knowledgebase/schema/schema.ts";
import type { RawPredictive } from "../../../src/knowledgebase/schema/schema-statements.ts";

export interface SampleFiles {
  "manifest.json": Manifest;
  "therapies.json": TherapiesFile;
  "diseases.json": DiseasesFile;
  "documents.json": DocumentsFile;
  "genes.json": GenesFile;
  "statements/BRAF.json": GeneFile;
}

export function rawStatement(parts: Partial<RawPredictive> = {}): RawPredictive {
  return {
    id: "civic:EID1",
    variant: "BRAF:V600E",
    type: "predictive",
    predicate: "sensitivity",
    direction: "supports",
    therapy: { relation: "single", drugs: ["vemurafenib"] },
    disease: "DOID:1909",
    evidenceLevel: "A",
    rating: 5,
    origin: "somatic",
    documents: ["PMID:1"],
    source: { name: "CIViC", record: "EID1", reviewed: "2021-03-31" },
    ...parts,
  };
}

/** A therapy of which nothing is known but what `parts` says. */
function sampleTherapy(
  parts: Pick<TherapyEntity, "id" | "name"> & Partial<TherapyEntity>,
): TherapyEntity {
  return { ncit: null, chembl: null, synonyms: [], targets: [], class: null, status: [], ...parts };
}

export function sampleFiles(): SampleFiles {
  return {
    "manifest.json": {
      version: "2026.11.0",
      date: "2026-11-22",
      schemaVersion: "1.1.0",
      sources: [
        { name: "CIViC", date: "2021-08-01", licence: "CC0-1.0", url: "https://civicdb.org" },
      ],
    },
    "therapies.json": {
      therapies: [
        sampleTherapy({
          id: "vemurafenib",
          name: "Vemurafenib",
          ncit: "C64768",
          chembl: "CHEMBL1229517",
          synonyms: ["PLX4032"],
          targets: ["BRAF"],
          class: "kinase inhibitor",
          status: [{ agency: "FDA", status: "approved", date: "2011-08-17" }],
        }),
        sampleTherapy({ id: "cetuximab", name: "Cetuximab" }),
      ],
    },
    "diseases.json": {
      nodes: [
        { id: "DOID:162", name: "cancer", parents: [], equivalents: [] },
        { id: "DOID:1909", name: "melanoma", parents: ["DOID:162"], equivalents: ["ONCOTREE:MEL"] },
        { id: "ONCOTREE:MEL", name: "Melanoma", parents: [], equivalents: [] },
      ],
      solid: ["DOID:162"],
    },
    "documents.json": {
      documents: [
        {
          id: "LABEL:fda-zelboraf",
          title: "Zelboraf, FDA label",
          publisher: "FDA",
          date: "2020-05",
          url: "https://example.org/label.pdf",
        },
      ],
    },
    "genes.json": {
      genes: [
        {
          symbol: "BRAF",
          hgnc: "HGNC:1097",
          entrez: 673,
          ensembl: "ENSG00000157764",
          aliases: ["BRAF1"],
          ambiguous: [{ alias: "NS7", also: ["NS"] }],
          role: "oncogene",
          spans: { GRCh37: "7:140419127-140624564", GRCh38: "7:140719327-140924929" },
          transcripts: { mane: "ENST00000646891.2", refseq: "NM_004333.6" },
        },
      ],
    },
    "statements/BRAF.json": {
      gene: "BRAF",
      variants: [
        {
          id: "BRAF:V600E",
          label: "V600E",
          constraints: [
            {
              type: "protein-change",
              gene: "BRAF",
              change: "V600E",
              transcript: "ENST00000288602.6",
              term: "missense_variant",
              coding: "c.1799T>A",
              alleles: { GRCh37: ["7:140453136:A:T"], GRCh38: ["7:140753336:A:T"] },
              lifted: "GRCh38",
            },
          ],
        },
      ],
      statements: [rawStatement()],
    },
  };
}

/** Writes files below a temporary folder that goes away with the test; text is written as it is. */
export function writeFolder(files: Record<string, unknown>): string {
  const root = mkdtempSync(join(tmpdir(), "kb-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "statements"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    const isText = typeof content === "string" || content instanceof Uint8Array;
    writeFileSync(join(root, name), isText ? content : JSON.stringify(content, null, 2));
  }
  return root;
}

/** The sample with one change made to it. */
export function sampleFolder(edit: (files: SampleFiles) => void = () => {}): string {
  const files = sampleFiles();
  edit(files);
  return writeFolder({ ...files });
}
