/**
 * The record of what happened to a patient after the report: one event a line, appended and never changed. Nothing in it can be
 * computed from the rest: no ratio, no percentage, no best response.
 */
import * as z from "zod";
import { caseIdSchema } from "./case-id-schema.ts";
import { holdsNationalNumber } from "./national-number.ts";
import { ampTiers } from "./report-terms.ts";
import {
  deathCauses,
  type EventKind,
  nonTargetStates,
  periods,
  progressionBases,
  stopReasons,
  verificationMethods,
} from "./response-terms.ts";
import { verificationStates } from "./verdict.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const oneLine = { error: "expected one line of text without a space at its ends" };

/** One line of text as a person writes it; the pattern is one that every validator of JSON Schema reads, so that it leaves invisible characters to the program. */
const words = z
  .string()
  .max(200)
  .regex(/^(?! )[^\u0000-\u001F\u007F-\u009F\u2028\u2029]+(?<! )$/u, oneLine)
  .refine((text) => !/\p{Cf}/u.test(text), oneLine)
  .refine((text) => !holdsNationalNumber(text), {
    error: "it holds a national identity number; leave it out",
  });

/** Before it a year was mistyped. */
const firstDay = "1950-01-01";

const dated = {
  case: caseIdSchema.describe("pseudonym of the patient"),
  date: z.iso
    .date({ error: "expected a day of the calendar, as 2026-03-01" })
    .refine((day) => day >= firstDay, {
      error: `no patient of a study was seen before ${firstDay}`,
    })
    .describe("the day of the event itself, as 2026-03-01"),
  corrects: z
    .int()
    .min(1)
    .optional()
    .describe("number of the line that this one takes the place of; of the same case and event"),
};
const period = z
  .enum(periods)
  .describe("A: the line of therapy before the biopsy; B: the one that was chosen by it");

const lesion = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$/, {
      error: "expected a name of at most 16 letters, digits, - and _",
    })
    .describe("name of the lesion, the same at each visit"),
  organ: words.max(40).describe("where it lies; at most 2 of an organ"),
  mm: z
    .number()
    .min(0)
    .max(500)
    .multipleOf(0.1)
    .describe("longest diameter; of a node the short axis"),
  node: z.literal(true).optional().describe("lymph node"),
});

const reading = z.strictObject({
  variant: words.max(80).describe("as the report names it, e.g. BRAF V600E"),
  vaf: z.number().min(0).max(1).describe("fraction, not percent; 0: not detected"),
});

const entries = [
  z.strictObject({
    event: z.literal("target").describe("the board chose it"),
    ...dated,
    therapy: z
      .strictObject({
        id: z.string().min(1).max(200).describe("of the therapy in the report"),
        label: words.describe("names of the drugs"),
      })
      .describe("what was chosen"),
    alterations: z
      .array(
        z.strictObject({
          gene: z.string().min(1).max(40).nullable().describe("symbol; null: of the whole tumor"),
          label: words.describe("e.g. BRAF V600E"),
        }),
      )
      .min(1)
      .max(20)
      .describe("what the target rests on"),
    tier: z.enum(ampTiers).nullable().describe("AMP/ASCO/CAP tier in the report; null: none"),
    verification: z
      .enum(verificationStates)
      .nullable()
      .describe("by the proteins of the report; null: not told"),
    report: z
      .strictObject({
        sha256: digest.describe("of the JSON report"),
        target: z.string().min(1).describe("id of the target in it"),
      })
      .nullable()
      .describe("the stored report that it was taken from"),
  }),
  z.strictObject({
    event: z.literal("verification").describe("what the target rests on was tested again"),
    ...dated,
    method: z.enum(verificationMethods).describe("assay of the second test"),
    result: z.enum(verificationStates).describe("whether it bears the target out"),
  }),
  z.strictObject({
    event: z.literal("start").describe("of a line of therapy"),
    ...dated,
    period,
    therapy: words.describe("what was given"),
    scanDays: z.int().min(1).max(400).optional().describe("planned days between assessments"),
  }),
  z.strictObject({
    event: z.literal("progression").describe("the disease progressed under a line of therapy"),
    ...dated,
    period,
    basis: z.enum(progressionBases).describe("by what it was seen"),
  }),
  z.strictObject({
    event: z.literal("stop").describe("a line of therapy ended"),
    ...dated,
    period,
    reason: z.enum(stopReasons).describe("why it was stopped"),
  }),
  z.strictObject({
    event: z.literal("measurement").describe("RECIST 1.1"),
    ...dated,
    lesions: z
      .array(lesion)
      .max(5, { error: "RECIST 1.1 measures at most 5 target lesions" })
      .describe("target lesions: at most 5, and 2 of an organ"),
    nonTarget: z.enum(nonTargetStates).describe("the other lesions together"),
    newLesions: z.boolean().describe("whether new ones were seen"),
  }),
  z.strictObject({
    event: z.literal("toxicity").describe("CTCAE"),
    ...dated,
    term: words.max(100).describe("of the adverse event, as in CTCAE"),
    grade: z.int().min(1).max(5).describe("5: it was fatal"),
    related: z.boolean().describe("to the treatment"),
  }),
  z.strictObject({
    event: z.literal("ctdna").describe("tumor DNA in the blood"),
    ...dated,
    assay: words.max(80).describe("fractions are compared within one assay only"),
    readings: z.array(reading).min(1).max(200).describe("a variant each"),
  }),
  z.strictObject({
    event: z.literal("rebiopsy").describe("another biopsy was read"),
    ...dated,
    site: words.max(80).optional().describe("where it was taken"),
    report: z
      .strictObject({
        file: words.describe("its base name"),
        sha256: digest.describe("of that file"),
      })
      .describe("the report of that biopsy"),
  }),
  z.strictObject({
    event: z.literal("assessment").describe("seen without progression; tells how long"),
    ...dated,
    period,
  }),
  z.strictObject({
    event: z.literal("death").describe("of any cause"),
    ...dated,
    cause: z.enum(deathCauses).describe("of what"),
  }),
  z.strictObject({
    event: z.literal("void").describe("an earlier line does not count"),
    case: caseIdSchema.describe("of that line"),
    voids: z.int().min(1).describe("number of that line"),
    reason: words.describe("why it does not count"),
  }),
] as const;

/** One event as it is entered. */
export const responseEntrySchema = z.discriminatedUnion("event", entries);
export type ResponseEntry = z.infer<typeof responseEntrySchema>;
export type EntryOf<Kind extends EventKind> = Extract<ResponseEntry, { event: Kind }>;
/** An event of a patient, which has a day. */
export type DatedEntry = Exclude<ResponseEntry, { event: "void" }>;

/** Stands in the first line, before which there is none. */
export const noLineBefore = "0".repeat(64);

/** One line of the file. The members stand in this order. */
export const responseLineSchema = z
  .strictObject({
    seq: z.int().min(1).describe("1 in the first line, one more in each further one"),
    previous: digest.describe("SHA-256 of the line before, without its line feed; zeros in line 1"),
    recordedAt: z.iso.datetime({ precision: 0 }).describe("UTC"),
    entry: responseEntrySchema.describe("the event"),
    sha256: digest.describe("SHA-256 of this line up to the comma before this member"),
  })
  .meta({
    title: "metaction response record, one line",
    description: "What happened after a report: a file of lines (NDJSON) that is only appended to.",
  });
export type ResponseLine = z.infer<typeof responseLineSchema>;
