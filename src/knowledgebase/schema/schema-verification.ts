/** What a measurement of a protein says about an alteration, as curated rules (spec, clinical R8). */
import * as z from "zod";
import { geneField, textField } from "../../constraints/constraint-fields.ts";
import { verificationStates } from "../../model/verdict.ts";
import { $schema, documentId, label } from "./schema-fields.ts";
import {
  assayWords,
  targetOfItsOwn,
  verificationAssays,
  verificationFindings,
  type VerificationAssay,
} from "./verification-assays.ts";

const sentencePart = textField(
  z,
  /^\S[^\u0000-\u001F\u007F-\u009F]{8,298}[^\s.]$/u,
  "text of 10 to 300 characters without a full stop",
);

const ruleId = textField(z, /^[A-Z]\d{2,3}[a-z]?$/, "a letter and 2 or 3 digits, e.g. V01");

/** A rule for one assay takes the words of that assay only; only an absolute assay may contradict. */
function ruleFor<A extends VerificationAssay>(assay: A) {
  const { isAbsolute, seen } = assayWords[assay];
  const verdicts = verificationStates.filter((state) => isAbsolute || state !== "contradicted");
  const reading = z.strictObject({
    seen: z.array(z.enum(seen)).min(1).describe("what the assay shows: any of these"),
    beside: z
      .union([beside, z.array(beside).min(2).max(3)])
      .optional()
      .describe("what another measurement has to show besides; a list: all of these"),
    classes: z
      .array(label)
      .min(1)
      .optional()
      .describe("classes of drugs, as in therapies.json, that it holds for; absent: all"),
    verdict: z
      .enum([...verdicts, targetOfItsOwn])
      .describe("what becomes of the alteration; protein-only target: there is none in the DNA"),
    text: sentencePart.describe("ends a sentence that begins with the measurement"),
    flag: sentencePart.optional().describe("a mark that lowers the target, as a sentence"),
  });
  return z.strictObject({
    id: ruleId,
    findings: z.array(z.enum(verificationFindings)).min(1).describe("what it is asked about"),
    genes: z.array(geneField(z)).min(1).optional().describe("absent: every gene"),
    assay: z.literal(assay).describe("any: whatever was measured, and if nothing was"),
    readings: z
      .array(reading)
      .min(1)
      .describe(
        "what each result means; of several that fit, the one with the most conditions counts",
      ),
    basis: label.describe("where the rule is from, in words"),
    documents: z.array(documentId).describe("publications that it rests on"),
  });
}

function shownBy<A extends VerificationAssay>(assay: A) {
  return z.strictObject({
    assay: z.literal(assay).describe("which other measurement"),
    seen: z.array(z.enum(assayWords[assay].seen)).min(1).describe("what it shows: any of these"),
    antibody: z
      .literal("same")
      .optional()
      .describe("of stains: another one that names the same antibody and the same score"),
  });
}

const [firstAssay, ...otherAssays] = verificationAssays;
// An id makes one definition of it in the JSON Schema, not one in each rule.
const beside = z
  .discriminatedUnion("assay", [shownBy(firstAssay), ...otherAssays.map(shownBy)])
  .meta({ id: "beside" });

export const verificationFileSchema = z
  .strictObject({
    $schema,
    rules: z
      .array(z.discriminatedUnion("assay", [ruleFor(firstAssay), ...otherAssays.map(ruleFor)]))
      .describe("what a measurement of a protein says about an alteration"),
  })
  .meta({ title: "metaction verification rules" });

export type VerificationFile = z.infer<typeof verificationFileSchema>;
export type VerificationRule = VerificationFile["rules"][number];
export type VerificationReading = VerificationRule["readings"][number];
