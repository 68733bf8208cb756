import * as z from "zod";
import { dayField, documentId, label, statementId } from "./schema-fields.ts";
import { escatTiers } from "../../model/report-terms.ts";

const escatDesigns = [
  "prospective randomized",
  "prospective non-randomized",
  "basket",
  "retrospective",
  "preclinical",
  "in silico",
] as const;

const escatEndPoints = ["OS", "PFS", "DFS", "EFS", "ORR", "DOR", "pCR"] as const;

/**
 * An ESCAT tier with what it rests on (Mateo 2018, PMID 30137196; spec, clinical R2). Curated, never computed: regulatory
 * status is no criterion. Curators are known to disagree, so each tier says whose it is and of which day.
 */
export const escatField = z.strictObject({
  tier: z.enum(escatTiers).describe("ESCAT tier of this target for this drug in this tumor"),
  evidence: z
    .array(
      z.strictObject({
        design: z.enum(escatDesigns).describe("design of the study"),
        endPoints: z.array(z.enum(escatEndPoints)).describe("end points that it met"),
        documents: z.array(documentId).min(1).describe("publications of the study"),
      }),
    )
    .describe("the studies that the tier rests on"),
  mcbs: z
    .enum(["A", "B", "C", "1", "2", "3", "4", "5"])
    .optional()
    .describe("ESMO-MCBS grade; A to C in curative, 1 to 5 in other settings"),
  basis: statementId
    .optional()
    .describe("of tier III-A: the statement of tier I or II in another tumor"),
  curator: label.describe("who set the tier"),
  date: dayField.describe("the day on which it was set"),
  signedOff: z
    .strictObject({
      reviewer: label.describe("who checked it"),
      date: dayField.describe("the day of the check"),
      revision: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe("sha256 of the statement that was reviewed; an edit voids it"),
    })
    .optional()
    .describe("the check by a second person"),
});
