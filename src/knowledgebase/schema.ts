/** The files of a knowledgebase folder. What a curator writes is checked here before anything reads it. */
import * as z from "zod";
import { geneRoles } from "../constraints/constraint-rule.ts";
import { geneField, spansField, textField } from "../constraints/constraint-fields.ts";
import { constraintSchema } from "../constraints/constraints.ts";
import { directions, evidenceLevels, predicates } from "../model/report.ts";

const $schema = z.string().optional();
const httpsUrl = z.url({ protocol: /^https$/ }).describe("https only");
const date = z.iso.date();
const label = textField(
  /^(?! )[^\p{Cc}]{1,200}(?<! )$/u,
  "text of 1 to 200 characters without blanks around it",
);

const diseaseId = textField(/^(DOID:\d+|ONCOTREE:[A-Z0-9/_-]+)$/, "DOID:n or ONCOTREE:CODE");

const therapyId = textField(/^[a-z0-9]+(-[a-z0-9]+)*$/, "the kebab-case of a preferred name");

const variantId = textField(/^[A-Za-z0-9-]+:[^\s"<>]+$/, "GENE:name without blanks");

const documentId = textField(
  /^(PMID:[1-9]\d{0,8}|PMC:PMC\d+|ASCO:\d+|NCT:NCT\d{8}|DOI:10\.[^\s"<>]+)$/,
  "PMID:n, PMC:PMCn, ASCO:n, NCT:NCTn or DOI:10.n/…",
);

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
  id: textField(/^[a-z][a-z0-9-]*:[A-Za-z0-9._-]+$/, "source:record, e.g. civic:EID1409"),
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
        ncit: textField(/^C\d+$/, "an NCI Thesaurus code, e.g. C98283").nullable(),
        synonyms: z.array(label),
        members: z
          .array(therapyId)
          .min(1)
          .optional()
          .describe("drugs of a class: resistance to the class is resistance to each of them"),
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
        hgnc: textField(/^HGNC:\d+$/, "HGNC:n").nullable(),
        entrez: z.int().min(1).nullable(),
        ensembl: textField(/^ENSG\d{11}$/, "an Ensembl gene, ENSG…").nullable(),
        aliases: z.array(label).describe("unambiguous ones only"),
        role: z.enum(geneRoles),
        spans: spansField.describe("of the gene, without flanks"),
        transcripts: z.strictObject({
          mane: textField(/^ENST\d{11}(\.\d+)?$/, "an Ensembl transcript, ENST…").nullable(),
          refseq: textField(/^N[MR]_\d+(\.\d+)?$/, "a RefSeq transcript, NM_…").nullable(),
        }),
      }),
    ),
  })
  .meta({ title: "metaction genes" });

export const manifestSchema = z
  .strictObject({
    $schema,
    version: textField(/^\d{4}\.([1-9]|1[0-2])\.\d+$/, "YEAR.MONTH.PATCH, e.g. 2026.11.0"),
    date,
    schemaVersion: z.literal("1.0.0"),
    sources: z.array(
      z.strictObject({ name: label, date, licence: label, url: httpsUrl.nullable() }),
    ),
  })
  .meta({ title: "metaction knowledgebase manifest" });

export type RawStatement = z.infer<typeof rawStatement>;
export type GeneFile = z.infer<typeof geneFileSchema>;
export type TherapiesFile = z.infer<typeof therapiesFileSchema>;
export type DiseasesFile = z.infer<typeof diseasesFileSchema>;
export type GenesFile = z.infer<typeof genesFileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Gene = GenesFile["genes"][number];
export type TherapyEntity = TherapiesFile["therapies"][number];
export type DiseaseNode = DiseasesFile["nodes"][number];
