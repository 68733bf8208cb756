/** What a run over many samples leaves beside the reports: a record for each sample, and the summary of all of them. */
import * as z from "zod";
import { lesionStates, verificationStates } from "./verdict.ts";
import { ampLevels, ampTiers } from "./report-terms.ts";
import { severities } from "./severity.ts";

export const batchSchemaVersion = "1.0.0";

/** `failed`: an input or a setting of this sample was refused; `not run`: the run ended before its turn. */
export const sampleStates = ["done", "done with problems", "failed", "not run"] as const;

const count = z.int().min(0);

/** Tiers of drug targets, and of those that get none. */
export const tierKeys = [...ampTiers, "none"] as const;
export type TierKey = (typeof tierKeys)[number];

const topTarget = z.strictObject({
  rank: z.int().min(1).describe("1 is the best supported"),
  therapy: z.string().describe("names of the drugs"),
  alterations: z.string().describe("joined by +"),
  tier: z.enum(ampTiers).nullable().describe("AMP/ASCO/CAP tier; null: none"),
  level: z.enum(ampLevels).nullable().describe("AMP/ASCO/CAP level; null: none"),
  verification: z.enum(verificationStates).describe("whether measurements of proteins bear it out"),
});

/** An object with a number for each key; `of` says what is counted. */
function countsOf<Key extends string>(keys: readonly [Key, ...Key[]], of: string) {
  const fields = keys.map((key) => [key, count.describe(`${of}: ${key}`)]);
  return z.strictObject(Object.fromEntries(fields) as Record<Key, typeof count>);
}

const readCounts = z
  .strictObject({
    read: count.describe("records or rows of the files"),
    matched: count.describe("those that meet a statement"),
    notMatched: count.describe("all others that were read"),
    setAside: count.describe("those that were read and not used"),
    refused: count.describe("those that could not be read"),
  })
  .nullable()
  .describe("null: the sample has no such file");

const sampleFields = {
  sample: z.string().describe("pseudonym, and the name of its files"),
  status: z.enum(sampleStates).describe("failed: it was refused; not run: the run ended before it"),
  exitCode: z
    .int()
    .min(0)
    .nullable()
    .describe("what annotate would have ended with; null: not run"),
  tumorType: z.string().nullable().describe("name; null: not told, or not run"),
  biopsySite: z.string().nullable().describe("where the metastasis was; null: not told"),
  assembly: z.string().nullable().describe("genome build; null: no file has coordinates"),
  targets: count.describe("how many are ranked"),
  tiers: countsOf(tierKeys, "targets of tier").describe("targets by tier"),
  top: z.array(topTarget).max(3).describe("the best ranked targets"),
  blocked: z.array(z.string()).describe("therapies that resistance blocks"),
  verification: countsOf(verificationStates, "targets").describe("targets by outcome"),
  lesions: countsOf(lesionStates, "targets").describe("targets by lesion state"),
  counts: z
    .strictObject({ variants: readCounts, proteins: readCounts })
    .describe("what became of the records"),
  problems: countsOf(severities, "problems").describe("by severity, each as often as it happened"),
  failure: z
    .strictObject({
      code: z.string().describe("code of the problem, for programs"),
      message: z.string().describe("what was found, in one sentence"),
    })
    .nullable()
    .describe("the first problem of a sample that failed; its .error.json holds all"),
};

export const sampleSummarySchema = z.strictObject({
  ...sampleFields,
  notAssessed: z.array(z.string()).describe("codes; the cohort part says what they mean"),
});
export type SampleSummary = z.infer<typeof sampleSummarySchema>;

const gap = z.strictObject({
  code: z.string().describe("for programs, e.g. no-copy-number-input"),
  what: z.string().describe("what could not be decided"),
  settledBy: z.string().describe("what would settle it"),
});

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

const named = {
  name: z.string().describe("as the reports print it"),
  samples: z.int().min(1).describe("how many samples have it"),
};

const share = z.strictObject({
  ...named,
  best: z.enum(tierKeys).describe("best tier that it has in any sample"),
  tiers: countsOf(tierKeys, "samples with tier").describe("samples by the tier that it has there"),
});

const cohortSchema = z.strictObject({
  therapies: z
    .array(share)
    .describe(
      "ranked therapies; first those that most samples have at tier I, then at II, and so on",
    ),
  alterations: z.array(z.strictObject(named)).describe("alterations that meet a statement"),
  genes: z.array(z.strictObject(named)).describe("genes with such an alteration"),
  tumorTypes: z
    .array(
      z.strictObject({
        ...named,
        tiers: countsOf(tierKeys, "samples with best tier").describe(
          "samples by their best tier; none: no tiered target",
        ),
      }),
    )
    .describe("tumor types of the samples"),
  verification: countsOf(verificationStates, "targets").describe(
    "targets of all samples by outcome",
  ),
  lesions: countsOf(lesionStates, "targets").describe("targets of all samples by lesion state"),
  notAssessed: z
    .array(
      gap.extend({
        samples: z.int().min(1).describe("in how many samples"),
        kinds: z.int().min(1).describe("how many different `what` go by this code"),
      }),
    )
    .describe("by code; `what` is the first of its kinds in code-point order"),
  failures: z
    .array(
      z.strictObject({
        code: z.string().describe("code of the problem, for programs"),
        samples: z.int().min(1).describe("how many failed by it"),
        message: z.string().describe("what was found in one of them"),
      }),
    )
    .describe("why samples failed, by the first problem of each"),
});
export type Cohort = z.infer<typeof cohortSchema>;

/** `summary.json`, and what the other summaries are rendered from. */
export const batchSummarySchema = z
  .strictObject({
    schemaVersion: z
      .literal(batchSchemaVersion)
      .describe("semantic version of this shape; a minor step only adds"),
    notice: z.string().describe("research use only; to be shown with the summary"),
    tool: z
      .strictObject({
        name: z.literal("metaction").describe("always metaction"),
        version: z.string().describe("version of the program"),
      })
      .describe("program that made the summary"),
    knowledgebase: z
      .strictObject({
        version: z.string().describe("of several layers, theirs joined by +"),
        sha256: z.string().describe("of its content"),
      })
      .describe("what the samples were matched against"),
    statuses: countsOf(sampleStates, "samples").describe("samples by status"),
    samples: z.array(sampleSummarySchema).describe("in the order of the sheet"),
    cohort: cohortSchema.describe("over the samples that are done"),
  })
  .meta({ title: "metaction batch summary", description: "One run over many samples." });
export type BatchSummary = z.infer<typeof batchSummarySchema>;

/** Every key with 0. */
export function zeroCounts<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}
