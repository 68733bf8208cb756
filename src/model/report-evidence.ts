/** A therapy, and a statement about it that the case meets. */
import * as z from "zod";
import { documentsSchema, regulatoryFields } from "./regulatory.ts";
import { reasonSchema } from "./reason-schema.ts";
import { ampLevels, directions, evidenceLevels, predicates } from "./report-terms.ts";
import { diseaseRelations, specificities } from "./verdict.ts";

const drugSchema = z.strictObject({
  id: z.string().describe("id of the drug in the knowledgebase"),
  name: z.string().describe("preferred name in the knowledgebase"),
});
export const therapySchema = z.strictObject({
  id: z.string().describe("stable key: sorted drug ids joined by +"),
  label: z.string().describe("names of the drugs, for people"),
  relation: z
    .enum(["single", "combination", "sequential"])
    .describe("how the drugs are given; a combination is a therapy of its own"),
  drugs: z.array(drugSchema).min(1).describe("one, or all of a combination or sequence"),
});
export type Therapy = z.infer<typeof therapySchema>;

/** One statement of the knowledgebase that the case meets, and how. */
export const evidenceRowSchema = z.strictObject({
  statement: z.string().describe("statement id in the knowledgebase"),
  gene: z.string().describe("current symbol, or a marker of the whole tumor such as TMB"),
  variant: z.string().describe("the statement's own name for the alteration"),
  observations: z.array(z.string()).describe("findings, or `wild-type:` with the gene"),
  specificity: z.enum(specificities).describe("how exactly the statement names what was found"),
  matchReason: reasonSchema.describe("why the statement is met"),
  predicate: z.enum(predicates).describe("what the statement claims of the therapy"),
  direction: z
    .enum(directions)
    .describe("does not support: the claim was tested and not borne out"),
  therapyChoice: z
    .string()
    .nullable()
    .describe("how the source names the therapy: as one of several, or by its class; else null"),
  disease: z
    .strictObject({
      id: z.string().nullable().describe("in the knowledgebase; null: it has none there"),
      name: z.string().describe("preferred name, or as the source gives it"),
    })
    .describe("that the statement is about"),
  relation: z
    .enum(diseaseRelations)
    .describe("of the statement's disease to that of the case; ancestor: it includes it"),
  evidenceLevel: z.enum(evidenceLevels).describe("as stated by the source"),
  rating: z.int().min(1).max(5).nullable().describe("the source's own trust rating"),
  ampLevel: z.enum(ampLevels).nullable().describe("null: not tiered (weak, other tumor)"),
  ampReason: reasonSchema.describe("why this AMP level, or why none"),
  origin: z.string().nullable().describe("somatic or germline, as stated"),
  documents: documentsSchema.describe("that the statement rests on"),
  ...regulatoryFields,
  source: z
    .strictObject({
      name: z.string().describe("name of the source"),
      record: z.string().describe("id of the statement there"),
      date: z.string().describe("state of the source that was read"),
      url: z
        .url({ protocol: /^https$/ })
        .nullable()
        .describe("page of the record; null: it has none"),
    })
    .describe("where the statement was taken from"),
  layer: z.string().optional().describe("layer of the knowledgebase, where there are several"),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;
