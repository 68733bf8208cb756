/** The files of a knowledgebase folder. What a curator writes is checked here before anything reads it. */
import * as z from "zod";
import { geneRoles } from "../constraints/constraint-rule.ts";
import { geneField, spansField } from "../constraints/constraint-fields.ts";
import { constraintSchema } from "../constraints/constraints.ts";
import { directions, evidenceLevels, predicates } from "../model/report.ts";

const $schema = z.string().optional();
const httpsUrl = z.url({ protocol: /^https$/ }).describe("https only");
const date = z.iso.date();
const label = z.string().trim().min(1).max(200);

export const diseaseId = z
  .string()
  .regex(/^(DOID:\d+|ONCOTREE:[A-Z0-9/_-]+)$/)
  .describe("DOID:n or ONCOTREE:CODE");

const therapyId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe("kebab-case of the preferred name");

const variantId = z
  .string()
  .regex(/^[A-Za-z0-9-]+:[^\s"<>]+$/)
  .describe("GENE:name, unique in the knowledgebase");

const documentId = z
  .string()
  .regex(/^(PMID:[1-9]\d{0,8}|PMC:PMC\d+|ASCO:\d+|NCT:NCT\d{8}|DOI:10\.\S+)$/)
  .describe("PMID:n, ASCO:n, NCT:NCTn or DOI:10.n/…");

export const therapyRelations = ["single", "combination", "substitutes", "sequential"] as const;

const therapy = z.strictObject({
  relation: z
    .enum(therapyRelations)
    .describe("substitutes: each drug alone, as alternatives; sequential: one after the other"),
  drugs: z.array(therapyId).min(1).describe("ids of therapies.json"),
});

const rawVariant = z.strictObject({
  id: variantId,
  label,
  constraints: z.array(constraintSchema).min(1).describe("all must be met"),
});

const rawStatement = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*:[A-Za-z0-9._-]+$/)
    .describe("source:record, unique in the knowledgebase"),
  variant: variantId,
  predicate: z.enum(predicates),
  direction: z.enum(directions),
  therapy,
  disease: diseaseId.nullable().describe("null: the source names none"),
  evidenceLevel: z.enum(evidenceLevels),
  rating: z.int().min(1).max(5).nullable(),
  origin: z.enum(["somatic", "germline"]).nullable(),
  documents: z.array(documentId),
  source: z.strictObject({ name: label, record: label, reviewed: date.nullable() }),
});

export const geneFileSchema = z
  .strictObject({
    $schema,
    gene: geneField,
    variants: z.array(rawVariant),
    statements: z.array(rawStatement),
  })
  .meta({ title: "metaction statements of one gene" });

export const therapiesFileSchema = z
  .strictObject({
    $schema,
    therapies: z.array(
      z.strictObject({
        id: therapyId,
        name: label,
        ncit: z
          .string()
          .regex(/^C\d+$/)
          .nullable(),
        synonyms: z.array(label),
      }),
    ),
  })
  .meta({ title: "metaction therapies" });

export const diseasesFileSchema = z
  .strictObject({
    $schema,
    nodes: z.array(
      z.strictObject({
        id: diseaseId,
        name: label,
        parents: z.array(diseaseId),
        equivalents: z.array(diseaseId).describe("the same disease in the other vocabulary"),
      }),
    ),
    solid: z.array(diseaseId).describe("roots of the solid tumors"),
  })
  .meta({ title: "metaction diseases" });

export const genesFileSchema = z
  .strictObject({
    $schema,
    genes: z.array(
      z.strictObject({
        symbol: geneField,
        hgnc: z
          .string()
          .regex(/^HGNC:\d+$/)
          .nullable(),
        entrez: z.int().min(1).nullable(),
        ensembl: z
          .string()
          .regex(/^ENSG\d{11}$/)
          .nullable(),
        aliases: z.array(label).describe("unambiguous ones only"),
        role: z.enum(geneRoles),
        spans: spansField.describe("of the gene, without flanks"),
        transcripts: z.strictObject({
          mane: z
            .string()
            .regex(/^ENST\d{11}(\.\d+)?$/)
            .nullable(),
          refseq: z
            .string()
            .regex(/^N[MR]_\d+(\.\d+)?$/)
            .nullable(),
        }),
      }),
    ),
  })
  .meta({ title: "metaction genes" });

export const manifestSchema = z
  .strictObject({
    $schema,
    version: z.string().regex(/^\d{4}\.([1-9]|1[0-2])\.\d+$/).describe("YEAR.MONTH.PATCH"),
    date,
    schemaVersion: z.literal("1.0.0"),
    sources: z.array(
      z.strictObject({ name: label, date, licence: label, url: httpsUrl.nullable() }),
    ),
  })
  .meta({ title: "metaction knowledgebase manifest" });

export type RawVariant = z.infer<typeof rawVariant>;
export type RawStatement = z.infer<typeof rawStatement>;
export type GeneFile = z.infer<typeof geneFileSchema>;
export type TherapiesFile = z.infer<typeof therapiesFileSchema>;
export type DiseasesFile = z.infer<typeof diseasesFileSchema>;
export type GenesFile = z.infer<typeof genesFileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Gene = GenesFile["genes"][number];
export type TherapyEntity = TherapiesFile["therapies"][number];
export type DiseaseNode = DiseasesFile["nodes"][number];
