/** What the lesions of a patient have and lack (spec, clinical R12). */
import * as z from "zod";
import { alterationKinds } from "./alteration.ts";
import { reasonSchema } from "./reason-schema.ts";
import { lesionCellStates, lesionRoles, lesionStates } from "./verdict.ts";

export const lesionCellSchema = z.strictObject({
  specimen: z.string().describe("id of the lesion"),
  state: z.enum(lesionCellStates).describe("absent: its reads would have shown it"),
  reason: reasonSchema,
  vaf: z.number().min(0).max(1).nullable().describe("of a small variant, 0 to 1"),
  depth: z.int().min(0).nullable().describe("reads at the place, of every allele"),
  altReads: z.int().min(0).nullable().describe("reads of this allele"),
  cellFraction: z.number().min(0).max(1).nullable().describe("share of tumor cells with it"),
});
export type LesionCell = z.infer<typeof lesionCellSchema>;

const therapyFields = {
  id: z.string().describe("stable key: sorted drug ids joined by +"),
  label: z.string().describe("names of the drugs, for people"),
};

/** What is named in each list of lesions. */
const alterationFields = {
  observation: z.string().describe("id, as of a finding"),
  label: z.string().describe("for people: `BRAF V600E`"),
  gene: z.string().nullable().describe("current symbol; null: a marker of the whole tumor"),
};

const lesionRowSchema = z.strictObject({
  ...alterationFields,
  kind: z.enum(alterationKinds).describe("kind of alteration"),
  state: z.enum(lesionStates).describe("of the lesion to be treated against the primary tumor"),
  reason: reasonSchema,
  targets: z.array(z.string()).describe("therapies that it leads to, by rank where ranked"),
  isInTreated: z.boolean().describe("false: the lesion to be treated does not call it"),
  cells: z.array(lesionCellSchema).describe("one for each specimen, in their order"),
});
export type LesionRow = z.infer<typeof lesionRowSchema>;

const unrankedSchema = z.strictObject({
  id: z.string().describe("`target:` with the id of the therapy"),
  therapy: z.strictObject(therapyFields).describe("what that lesion would lead to"),
  alterations: z
    .array(z.strictObject(alterationFields))
    .describe("that the lesion to be treated lacks"),
  level: z.string().nullable().describe("AMP level that it would have there"),
  tier: z.string().nullable().describe("AMP tier that it would have there"),
  lesions: z.array(z.string()).describe("specimens that call it"),
  state: z.enum(lesionStates).describe("of the lesion to be treated against the primary tumor"),
  reason: reasonSchema,
  statements: z.array(z.string()).describe("statements met there, by id"),
});
/** A target of another lesion, which the one to be treated lacks. */
export type UnrankedLesionTarget = z.infer<typeof unrankedSchema>;

const resistanceSchema = z.strictObject({
  ...alterationFields,
  lesions: z.array(z.string()).min(1).describe("specimens that call it"),
  here: z
    .enum(lesionCellStates)
    .describe("in the lesion to be treated; only absent excludes it there"),
  reason: reasonSchema.describe("what the files of the lesion to be treated say of it"),
  therapies: z
    .array(
      z.strictObject({
        ...therapyFields,
        level: z.string().nullable().describe("best AMP level of the resistance"),
        blocks: z
          .boolean()
          .describe("true: it would take the therapy out of the ranking of a lesion that has it"),
        statements: z.array(z.string()).describe("statements of resistance, by id"),
      }),
    )
    .min(1)
    .describe("that it speaks against"),
});
/** An alteration of another lesion that speaks against a therapy, and that the lesion to be treated does not show by itself. */
export type LesionResistance = z.infer<typeof resistanceSchema>;

export const lesionsSchema = z.strictObject({
  treated: z.string().describe("specimen that the ranking is of"),
  minAltReads: z.int().min(1).describe("reads from which the caller calls; the power is of them"),
  specimens: z
    .array(
      z.strictObject({
        id: z.string().describe("name of the lesion"),
        role: z.enum(lesionRoles).describe("primary tumor or metastasis"),
        site: z.string().nullable().describe("where it was; null: not told"),
        date: z.string().nullable().describe("of the biopsy, YYYY-MM-DD; null: not told"),
        purity: z
          .number()
          .gt(0)
          .max(1)
          .nullable()
          .describe("share of tumor cells in the sample; null: not told"),
        sample: z.string().nullable().describe("in its variant file"),
        variants: z.string().nullable().describe("base name of its variant file"),
      }),
    )
    .min(1)
    .describe("the lesion to be treated first"),
  alterations: z.array(lesionRowSchema).describe("those that meet a statement in some lesion"),
  notRanked: z.array(unrankedSchema).describe("targets that only other lesions have"),
  resistance: z
    .array(resistanceSchema)
    .optional()
    .describe("only where another lesion has some to a target, or some that would block"),
  caveat: reasonSchema.describe("what one sample of a lesion cannot tell"),
});
export type Lesions = z.infer<typeof lesionsSchema>;
