/** What a report is of: the case as its files were read, and the knowledgebase that it was matched against. */
import * as z from "zod";
import { asOfSchema } from "./as-of.ts";
import { assemblies } from "./locus.ts";

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const reportKnowledgebaseSchema = z
  .strictObject({
    version: z.string().describe("of several layers, theirs joined by +"),
    sha256: sha256Schema.describe("of its content"),
    statements: z.int().min(0).describe("how many it has"),
    genes: z.int().min(0).describe("how many its statements are about"),
    asOf: asOfSchema.optional().describe("absent: as the knowledgebase is"),
    layers: z
      .array(
        z.strictObject({
          name: z.string().describe("name of the layer"),
          version: z.string().describe("of the layer"),
          sha256: sha256Schema.describe("of the layer's content"),
          statements: z.int().min(0).describe("how many it has"),
        }),
      )
      .min(2)
      .optional()
      .describe("the lowest first, where there are several"),
    sources: z
      .array(
        z.strictObject({
          name: z.string().describe("name of the source"),
          date: z.string().describe("state of the source that was read"),
          licence: z.string().describe("terms of its content"),
          url: z
            .url({ protocol: /^https$/ })
            .nullable()
            .describe("home page; null: it has none"),
          statements: z.int().min(0).describe("how many are of it"),
        }),
      )
      .describe("what its statements were taken from"),
  })
  .describe("what the case was matched against");

export const reportCaseSchema = z
  .strictObject({
    id: z.string().describe("pseudonym"),
    tumorType: z
      .strictObject({
        given: z.string().describe("as the case names it"),
        name: z.string().describe("name of the tumor type"),
        oncotree: z.string().nullable().describe("code"),
        doid: z.string().nullable().describe("id of the Disease Ontology"),
      })
      .nullable()
      .describe("null: the case names none"),
    biopsySite: z.string().nullable().describe("where the metastasis was"),
    tumorSample: z
      .strictObject({
        name: z.string().describe("as the variant file names it"),
        decidedBy: z.string().describe("option, header or rule that told it"),
      })
      .nullable()
      .describe("null: the variant file names no sample, or there is none"),
    assembly: z
      .strictObject({
        name: z.enum(assemblies).describe("genome build of the coordinates"),
        decidedBy: z.string().describe("option or evidence that told it"),
        evidence: z.array(z.string()).describe("everything that was asked, one sentence each"),
      })
      .nullable()
      .describe("null: no input has coordinates"),
    annotation: z
      .string()
      .describe("which consequence annotation was used, or that there was none"),
  })
  .describe("whose report it is, and how its files were read");
