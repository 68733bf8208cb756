/** The files of a knowledgebase folder. What a curator writes is checked here before anything reads it. */
import * as z from "zod";
import { geneRoles } from "../../constraints/constraint-rule.ts";
import { geneField, spansField, textField } from "../../constraints/constraint-fields.ts";
import { approvalAgencies } from "../../model/report-terms.ts";
import {
  $schema,
  dateField,
  dayField,
  describedDocumentId,
  diseaseId,
  httpsUrl,
  label,
  therapyId,
} from "./schema-fields.ts";
import { rawStatement, rawVariant } from "./schema-statements.ts";

export const geneFileSchema = z
  .strictObject({
    $schema,
    gene: geneField(z),
    variants: z.array(rawVariant),
    statements: z.array(rawStatement),
  })
  .meta({ title: "metaction statements of one gene" });

const curated = z
  .literal(true)
  .optional()
  .describe("written by hand: an import leaves the whole entry as it is");

const therapyStatus = z.strictObject({
  agency: z.enum(approvalAgencies),
  status: z.enum(["approved", "withdrawn"]),
  date: dateField.nullable().describe("of its first approval in any indication; null: not known"),
});

export const therapiesFileSchema = z
  .strictObject({
    $schema,
    therapies: z.array(
      z.strictObject({
        id: therapyId,
        name: label,
        ncit: textField(z, /^C\d+$/, "an NCI Thesaurus code, e.g. C98283").nullable(),
        chembl: textField(z, /^CHEMBL\d+$/, "a ChEMBL id, e.g. CHEMBL1229517").nullable(),
        synonyms: z.array(label),
        targets: z.array(geneField(z)).describe("genes whose products it is made to act on"),
        class: label.nullable().describe("what kind of drug it is, e.g. kinase inhibitor"),
        status: z.array(therapyStatus).describe("of the agencies whose decision is known"),
        members: z
          .array(therapyId)
          .min(1)
          .optional()
          .describe("drugs of a class: resistance to the class is resistance to each of them"),
        curated,
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

export const documentsFileSchema = z
  .strictObject({
    $schema,
    documents: z.array(
      z.strictObject({
        id: describedDocumentId,
        title: label.describe("as the report prints it, e.g. Tagrisso, FDA label"),
        publisher: label,
        date: dateField.nullable().describe("of the version that was read; null: not known"),
        url: httpsUrl,
      }),
    ),
  })
  .meta({ title: "metaction documents: labels and guidelines" });

export const genesFileSchema = z
  .strictObject({
    $schema,
    genes: z.array(
      z.strictObject({
        symbol: geneField(z),
        hgnc: textField(z, /^HGNC:\d+$/, "HGNC:n").nullable(),
        entrez: z.int().min(1).nullable(),
        ensembl: textField(z, /^ENSG\d{11}$/, "an Ensembl gene, ENSG…").nullable(),
        aliases: z.array(label).describe("unambiguous ones only"),
        ambiguous: z
          .array(z.strictObject({ alias: label, also: z.array(label).min(1) }))
          .describe("names that other genes have too; nothing is read by them"),
        role: z.enum(geneRoles),
        spans: spansField(z).describe("of the gene, without flanks"),
        transcripts: z.strictObject({
          mane: textField(z, /^ENST\d{11}(\.\d+)?$/, "an Ensembl transcript, ENST…").nullable(),
          refseq: textField(z, /^N[MR]_\d+(\.\d+)?$/, "a RefSeq transcript, NM_…").nullable(),
        }),
      }),
    ),
  })
  .meta({ title: "metaction genes" });

export const manifestSchema = z
  .strictObject({
    $schema,
    version: textField(z, /^\d{4}\.([1-9]|1[0-2])\.\d+$/, "YEAR.MONTH.PATCH, e.g. 2026.11.0"),
    date: dayField,
    schemaVersion: z.literal("1.1.0"),
    sources: z.array(
      z.strictObject({ name: label, date: dayField, licence: label, url: httpsUrl.nullable() }),
    ),
  })
  .meta({ title: "metaction knowledgebase manifest" });

export type GeneFile = z.infer<typeof geneFileSchema>;
export type TherapiesFile = z.infer<typeof therapiesFileSchema>;
export type DiseasesFile = z.infer<typeof diseasesFileSchema>;
export type DocumentsFile = z.infer<typeof documentsFileSchema>;
export type GenesFile = z.infer<typeof genesFileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Gene = GenesFile["genes"][number];
export type TherapyEntity = TherapiesFile["therapies"][number];
export type DiseaseNode = DiseasesFile["nodes"][number];
export type DocumentEntity = DocumentsFile["documents"][number];
