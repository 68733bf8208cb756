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
    variants: z.array(rawVariant).describe("alterations that statements name"),
    statements: z.array(rawStatement).describe("one claim each"),
  })
  .meta({ title: "metaction statements of one gene" });

const curated = z
  .literal(true)
  .optional()
  .describe("written by hand: an import leaves the whole entry as it is");

const therapyStatus = z.strictObject({
  agency: z.enum(approvalAgencies).describe("whose decision it is"),
  status: z.enum(["approved", "withdrawn"]).describe("withdrawn: it was approved, and is no more"),
  date: dateField.nullable().describe("of its first approval in any indication; null: not known"),
});

export const therapiesFileSchema = z
  .strictObject({
    $schema,
    therapies: z
      .array(
        z.strictObject({
          id: therapyId,
          name: label.describe("preferred name, as reports print it"),
          ncit: textField(z, /^C\d+$/, "an NCI Thesaurus code, e.g. C98283")
            .nullable()
            .describe("code of the NCI Thesaurus, e.g. C98283; null: none"),
          chembl: textField(z, /^CHEMBL\d+$/, "a ChEMBL id, e.g. CHEMBL1229517")
            .nullable()
            .describe("id of ChEMBL, e.g. CHEMBL1229517; null: none"),
          synonyms: z.array(label).describe("other names that it is found by"),
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
      )
      .describe("drugs, and classes of drugs"),
  })
  .meta({ title: "metaction therapies" });

export const diseasesFileSchema = z
  .strictObject({
    $schema,
    nodes: z
      .array(
        z.strictObject({
          id: diseaseId,
          name: label.describe("as its vocabulary writes it"),
          parents: z.array(diseaseId).describe("wider diseases, one step up"),
          equivalents: z.array(diseaseId).describe("the same disease in the other vocabulary"),
        }),
      )
      .describe("diseases of all vocabularies as one tree"),
    solid: z.array(diseaseId).describe("roots of the solid tumors"),
  })
  .meta({ title: "metaction diseases" });

export const documentsFileSchema = z
  .strictObject({
    $schema,
    documents: z
      .array(
        z.strictObject({
          id: describedDocumentId,
          title: label.describe("as the report prints it, e.g. Tagrisso, FDA label"),
          publisher: label.describe("the agency or society that issued it"),
          date: dateField.nullable().describe("of the version that was read; null: not known"),
          url: httpsUrl,
        }),
      )
      .describe("labels and guidelines that statements cite"),
  })
  .meta({ title: "metaction documents: labels and guidelines" });

export const genesFileSchema = z
  .strictObject({
    $schema,
    genes: z
      .array(
        z.strictObject({
          symbol: geneField(z),
          hgnc: textField(z, /^HGNC:\d+$/, "HGNC:n")
            .nullable()
            .describe("id of HGNC, e.g. HGNC:1097; null: not known"),
          entrez: z.int().min(1).nullable().describe("NCBI Gene id; null: not known"),
          ensembl: textField(z, /^ENSG\d{11}$/, "an Ensembl gene, ENSG…")
            .nullable()
            .describe("gene of Ensembl, ENSG…; null: not known"),
          aliases: z.array(label).describe("unambiguous ones only"),
          ambiguous: z
            .array(
              z.strictObject({
                alias: label.describe("the name"),
                also: z.array(label).min(1).describe("symbols of the other genes that have it"),
              }),
            )
            .describe("names that other genes have too; nothing is read by them"),
          role: z.enum(geneRoles).describe("in cancer"),
          spans: spansField(z).describe("of the gene, without flanks"),
          transcripts: z
            .strictObject({
              mane: textField(z, /^ENST\d{11}(\.\d+)?$/, "an Ensembl transcript, ENST…")
                .nullable()
                .describe("at Ensembl, ENST…; null: none"),
              refseq: textField(z, /^N[MR]_\d+(\.\d+)?$/, "a RefSeq transcript, NM_…")
                .nullable()
                .describe("at RefSeq, NM_…; null: none"),
            })
            .describe("the MANE Select transcript"),
        }),
      )
      .describe("genes that statements are about"),
  })
  .meta({ title: "metaction genes" });

export const manifestSchema = z
  .strictObject({
    $schema,
    version: textField(z, /^\d{4}\.([1-9]|1[0-2])\.\d+$/, "YEAR.MONTH.PATCH, e.g. 2026.11.0"),
    date: dayField.describe("the day of this content"),
    schemaVersion: z.literal("1.1.0").describe("of the form of these files"),
    sources: z
      .array(
        z.strictObject({
          name: label.describe("as statements name it"),
          date: dayField.describe("up to which day it was taken in"),
          licence: label.describe("terms under which it is used"),
          url: httpsUrl.nullable().describe("where it is found; null: nowhere public"),
        }),
      )
      .describe("what the content was made from"),
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
