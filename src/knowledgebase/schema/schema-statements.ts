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
  label,
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
  agency: z.enum(approvalAgencies),
  status: z
    .enum(approvalStates)
    .nullable()
    .describe("accelerated by the FDA and conditional by the EMA: on early data; null: not known"),
  date: dateField.nullable().describe("of this indication; null: not known"),
  withdrawn: dateField.optional().describe("only of a withdrawn approval"),
  settings: z.array(z.enum(settings)).min(1).optional(),
  ageFrom: z.int().min(0).max(120).optional().describe("youngest age in years that it covers"),
  companionTest: label.optional().describe("the test that the label asks for"),
  documents: z.array(documentId).min(1).describe("the label that states the indication"),
});

const supersededBy = z.strictObject({
  therapy,
  documents: z.array(documentId).min(1).describe("what says that it replaced this one"),
});

const everyStatement = {
  id: statementId,
  variant: variantId,
  disease: diseaseId.nullable().describe("null: the source names none"),
  evidenceLevel: z.enum(evidenceLevels),
  rating: z.int().min(1).max(5).nullable(),
  origin: z
    .enum(["somatic", "germline"])
    .nullable()
    .describe("of the alteration, as the source states it; null: not stated"),
  documents: z.array(documentId),
  source: z.strictObject({
    name: label.describe("a source of manifest.json"),
    record: label,
    reviewed: dayField.nullable(),
  }),
};

const predictive = z.strictObject({
  ...everyStatement,
  type: z.literal("predictive"),
  predicate: z.enum(predicatesOf.predictive),
  direction: z.enum(directions),
  therapy,
  approvals: z.array(approval).min(1).optional(),
  supersededBy: supersededBy.optional().describe("the regimen that replaced this one"),
  escat: escatField.optional().describe("curated only, and only of sensitivity"),
});

function withoutTherapy<T extends Exclude<StatementType, "predictive">>(type: T) {
  return z.strictObject({
    ...everyStatement,
    type: z.literal(type),
    predicate: z.enum(predicatesOf[type]),
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
