/** Statements as curators write them: one form per type, and a therapy only where one is meant. */
import * as z from "zod";
import { constraintSchema } from "../../constraints/constraint-schema.ts";
import { approvalStates } from "../../model/regulatory.ts";
import { approvalAgencies } from "../../model/report-terms.ts";
import { escatField } from "./schema-escat.ts";
import {
  dateField,
  dayField,
  diseaseId,
  documentId,
  label,
  statementId,
  therapyId,
  variantId,
} from "./schema-fields.ts";
import { predicatesOf, type StatementType } from "./statement-types.ts";
import { directions, evidenceLevels } from "../../model/report-terms.ts";

export const therapyRelations = ["single", "combination", "substitutes", "sequential"] as const;

const therapy = z.strictObject({
  relation: z
    .enum(therapyRelations)
    .describe("substitutes: each drug alone, as alternatives; sequential: one after the other"),
  drugs: z.array(therapyId).min(1).describe("ids of therapies.json"),
});

export const rawVariant = z.strictObject({
  id: variantId,
  label: label.describe("as the source names it"),
  constraints: z.array(constraintSchema).min(1).describe("all must be met"),
});

/** Where in the course of a disease an approval holds. */
const settings = [
  "any line",
  "first line",
  "after prior therapy",
  "maintenance",
  "adjuvant",
  "neoadjuvant",
] as const;

const approval = z.strictObject({
  agency: z.enum(approvalAgencies).describe("whose decision it is"),
  status: z
    .enum(approvalStates)
    .nullable()
    .describe("accelerated by the FDA and conditional by the EMA: on early data; null: not known"),
  date: dateField.nullable().describe("of this indication; null: not known"),
  withdrawn: dateField.optional().describe("only of a withdrawn approval"),
  settings: z
    .array(z.enum(settings))
    .min(1)
    .optional()
    .describe("where in the course of the disease it holds; absent: not curated"),
  ageFrom: z.int().min(0).max(120).optional().describe("youngest age in years that it covers"),
  companionTest: label.optional().describe("the test that the label asks for"),
  documents: z.array(documentId).min(1).describe("the label that states the indication"),
});

const supersededBy = z.strictObject({
  therapy: therapy.describe("the newer regimen"),
  documents: z.array(documentId).min(1).describe("what says that it replaced this one"),
});

const everyStatement = {
  id: statementId,
  variant: variantId,
  disease: diseaseId.nullable().describe("null: the source names none"),
  evidenceLevel: z
    .enum(evidenceLevels)
    .describe(
      "of the source: A validated, B clinical, C case studies, D preclinical, E inferential",
    ),
  rating: z.int().min(1).max(5).nullable().describe("stars of the source; null: not rated"),
  origin: z
    .enum(["somatic", "germline"])
    .nullable()
    .describe("of the alteration, as the source states it; null: not stated"),
  documents: z.array(documentId).describe("publications, labels and guidelines that say it"),
  source: z
    .strictObject({
      name: label.describe("a source of manifest.json"),
      record: label.describe("its id in the source"),
      reviewed: dayField.nullable().describe("day of the last review there; null: not known"),
    })
    .describe("where the statement was taken from"),
};

const predictive = z.strictObject({
  ...everyStatement,
  type: z.literal("predictive").describe("about a therapy; only these rank one"),
  predicate: z.enum(predicatesOf.predictive).describe("what the alteration does to the therapy"),
  direction: z.enum(directions).describe("does not support: evidence against the predicate"),
  therapy: therapy.describe("the drugs that the claim is about"),
  approvals: z
    .array(approval)
    .min(1)
    .optional()
    .describe(
      "decisions on this therapy for this alteration in this disease; absent: none curated",
    ),
  supersededBy: supersededBy.optional().describe("the regimen that replaced this one"),
  escat: escatField.optional().describe("curated only, and only of sensitivity"),
});

function withoutTherapy<T extends Exclude<StatementType, "predictive">>(type: T) {
  return z.strictObject({
    ...everyStatement,
    type: z.literal(type).describe("what the claim is about"),
    predicate: z
      .enum(predicatesOf[type])
      .describe("what is claimed; unspecified: not stated which"),
    direction: z.enum(directions).nullable().describe("null: the source states none"),
  });
}

export const rawStatement = z.discriminatedUnion("type", [
  predictive,
  withoutTherapy("diagnostic"),
  withoutTherapy("prognostic"),
  withoutTherapy("predisposing"),
  withoutTherapy("functional"),
]);

export type RawVariant = z.infer<typeof rawVariant>;
export type RawStatement = z.infer<typeof rawStatement>;
export type RawPredictive = z.infer<typeof predictive>;
