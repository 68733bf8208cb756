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
  case: caseIdSchema,
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
const period = z.enum(periods);

const lesion = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$/, {
    error: "expected a name of at most 16 letters, digits, - and _",
  }),
  organ: words.max(40),
  mm: z
    .number()
    .min(0)
    .max(500)
    .multipleOf(0.1)
    .describe("longest diameter; of a node the short axis"),
  node: z.literal(true).optional().describe("lymph node"),
});

const reading = z.strictObject({
  variant: words.max(80),
  vaf: z.number().min(0).max(1).describe("fraction, not percent; 0: not detected"),
});

const entries = [
  z.strictObject({
    event: z.literal("target").describe("the board chose it"),
    ...dated,
    therapy: z.strictObject({ id: z.string().min(1).max(200), label: words }),
    alterations: z
      .array(z.strictObject({ gene: z.string().min(1).max(40).nullable(), label: words }))
      .min(1)
      .max(20),
    tier: z.enum(ampTiers).nullable(),
    verification: z.enum(verificationStates).nullable(),
    report: z
      .strictObject({ sha256: digest, target: z.string().min(1) })
      .nullable()
      .describe("the stored report that it was taken from"),
  }),
  z.strictObject({
    event: z.literal("verification").describe("what the target rests on was tested again"),
    ...dated,
    method: z.enum(verificationMethods),
    result: z.enum(verificationStates),
  }),
  z.strictObject({
    event: z.literal("start").describe("of a line of therapy"),
    ...dated,
    period,
    therapy: words,
    scanDays: z.int().min(1).max(400).optional().describe("planned days between assessments"),
  }),
  z.strictObject({
    event: z.literal("progression"),
    ...dated,
    period,
    basis: z.enum(progressionBases),
  }),
  z.strictObject({
    event: z.literal("stop"),
    ...dated,
    period,
    reason: z.enum(stopReasons),
  }),
  z.strictObject({
    event: z.literal("measurement").describe("RECIST 1.1"),
    ...dated,
    lesions: z
      .array(lesion)
      .max(5, { error: "RECIST 1.1 measures at most 5 target lesions" })
      .describe("target lesions: at most 5, and 2 of an organ"),
    nonTarget: z.enum(nonTargetStates).describe("the other lesions together"),
    newLesions: z.boolean(),
  }),
  z.strictObject({
    event: z.literal("toxicity").describe("CTCAE"),
    ...dated,
    term: words.max(100),
    grade: z.int().min(1).max(5),
    related: z.boolean().describe("to the treatment"),
  }),
  z.strictObject({
    event: z.literal("ctdna"),
    ...dated,
    assay: words.max(80),
    readings: z.array(reading).min(1).max(200),
  }),
  z.strictObject({
    event: z.literal("rebiopsy"),
    ...dated,
    site: words.max(80).optional(),
    report: z.strictObject({ file: words, sha256: digest }),
  }),
  z.strictObject({
    event: z.literal("assessment").describe("seen without progression; tells how long"),
    ...dated,
    period,
  }),
  z.strictObject({
    event: z.literal("death"),
    ...dated,
    cause: z.enum(deathCauses),
  }),
  z.strictObject({
    event: z.literal("void").describe("an earlier line does not count"),
    case: caseIdSchema,
    voids: z.int().min(1).describe("number of that line"),
    reason: words,
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
    entry: responseEntrySchema,
    sha256: digest.describe("SHA-256 of this line up to the comma before this member"),
  })
  .meta({
    title: "metaction response record, one line",
    description: "What happened after a report: a file of lines (NDJSON) that is only appended to.",
  });
export type ResponseLine = z.infer<typeof responseLineSchema>;
