/** What a run over many samples leaves beside the reports: a record for each sample, and the summary of all of them. */
import * as z from "zod";
import { lesionStates, verificationStates } from "./verdict.ts";
import { ampLevels, ampTiers } from "./report-terms.ts";

export const batchSchemaVersion = "1.0.0";

/** `failed`: an input or a setting of this sample was refused; `not run`: the run ended before its turn. */
export const sampleStates = ["done", "done with problems", "failed", "not run"] as const;

const count = z.int().min(0);

/** Tiers of drug targets, and of those that get none. */
export const tierKeys = [...ampTiers, "none"] as const;
export type TierKey = (typeof tierKeys)[number];

const topTarget = z.strictObject({
  rank: z.int().min(1),
  therapy: z.string(),
  alterations: z.string().describe("joined by +"),
  tier: z.enum(ampTiers).nullable(),
  level: z.enum(ampLevels).nullable(),
  verification: z.enum(verificationStates),
});

const countsOf = <Key extends string>(keys: readonly [Key, ...Key[]]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, count])) as Record<Key, typeof count>);

const readCounts = z
  .strictObject({
    read: count,
    matched: count,
    notMatched: count,
    setAside: count,
    refused: count,
  })
  .nullable()
  .describe("null: the sample has no such file");

const sampleFields = {
  sample: z.string().describe("pseudonym, and the name of its files"),
  status: z.enum(sampleStates),
  exitCode: z
    .int()
    .min(0)
    .nullable()
    .describe("what annotate would have ended with; null: not run"),
  tumorType: z.string().nullable().describe("name; null: not told, or not run"),
  biopsySite: z.string().nullable(),
  assembly: z.string().nullable(),
  targets: count,
  tiers: countsOf(tierKeys),
  top: z.array(topTarget).max(3).describe("the best ranked targets"),
  blocked: z.array(z.string()).describe("therapies that resistance blocks"),
  verification: countsOf(verificationStates).describe("targets by outcome"),
  lesions: countsOf(lesionStates).describe("targets by lesion state"),
  counts: z.strictObject({ variants: readCounts, proteins: readCounts }),
  problems: z.strictObject({ error: count, warning: count, notice: count }),
  failure: z
    .strictObject({ code: z.string(), message: z.string() })
    .nullable()
    .describe("the first problem of a sample that failed; its .error.json holds all"),
};

export const sampleSummarySchema = z.strictObject({
  ...sampleFields,
  notAssessed: z.array(z.string()).describe("codes; the cohort part says what they mean"),
});
export type SampleSummary = z.infer<typeof sampleSummarySchema>;

const gap = z.strictObject({ code: z.string(), what: z.string(), settledBy: z.string() });

/** A sample as the summary and the cohort page need it; what `--resume` keeps. */
export const sampleRecordSchema = z.strictObject({
  ...sampleFields,
  notAssessed: z.array(gap),
  therapies: z
    .array(z.strictObject({ therapy: z.string(), tier: z.enum(ampTiers).nullable() }))
    .describe("every ranked therapy with its tier"),
  alterations: z
    .array(z.strictObject({ gene: z.string().nullable(), label: z.string() }))
    .describe("findings that meet a statement"),
});
export type SampleRecord = z.infer<typeof sampleRecordSchema>;

/** What a finished sample was made from and what was written: equal in all parts, it need not be made again. */
export const sampleStateSchema = z.strictObject({
  schemaVersion: z.literal(batchSchemaVersion),
  tool: z.string(),
  knowledgebase: z.string().describe("SHA-256 of its content"),
  settings: z
    .string()
    .describe("SHA-256 of the sheet's row and of the options that change a result"),
  files: z
    .array(z.string().nullable())
    .describe(
      "SHA-256 of each file that the case names, in its order; null: it changed while it was read",
    ),
  outputs: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  record: sampleRecordSchema,
});
export type SampleStateFile = z.infer<typeof sampleStateSchema>;

const share = z.strictObject({
  name: z.string(),
  samples: z.int().min(1),
  best: z.enum(tierKeys).describe("best tier that it has in any sample"),
  tiers: countsOf(tierKeys).describe("samples by the tier that it has there"),
});

const cohortSchema = z.strictObject({
  therapies: z
    .array(share)
    .describe(
      "ranked therapies; first those that most samples have at tier I, then at II, and so on",
    ),
  alterations: z
    .array(z.strictObject({ name: z.string(), samples: z.int().min(1) }))
    .describe("alterations that meet a statement"),
  genes: z
    .array(z.strictObject({ name: z.string(), samples: z.int().min(1) }))
    .describe("genes with such an alteration"),
  tumorTypes: z.array(
    z.strictObject({
      name: z.string(),
      samples: z.int().min(1),
      tiers: countsOf(tierKeys).describe("samples by their best tier; none: no tiered target"),
    }),
  ),
  verification: countsOf(verificationStates).describe("targets of all samples by outcome"),
  lesions: countsOf(lesionStates).describe("targets of all samples by lesion state"),
  notAssessed: z
    .array(gap.extend({ samples: z.int().min(1), kinds: z.int().min(1) }))
    .describe("by code; `what` is the first of its kinds in code-point order"),
  failures: z.array(
    z.strictObject({ code: z.string(), samples: z.int().min(1), message: z.string() }),
  ),
});
export type Cohort = z.infer<typeof cohortSchema>;

/** `summary.json`, and what the other summaries are rendered from. */
export const batchSummarySchema = z
  .strictObject({
    schemaVersion: z.literal(batchSchemaVersion),
    notice: z.string(),
    tool: z.strictObject({ name: z.literal("metaction"), version: z.string() }),
    knowledgebase: z.strictObject({ version: z.string(), sha256: z.string() }),
    statuses: countsOf(sampleStates),
    samples: z.array(sampleSummarySchema).describe("in the order of the sheet"),
    cohort: cohortSchema.describe("over the samples that are done"),
  })
  .meta({ title: "metaction batch summary", description: "One run over many samples." });
export type BatchSummary = z.infer<typeof batchSummarySchema>;

/** Every key with 0. */
export function zeroCounts<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}
