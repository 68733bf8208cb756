/** What agencies and curators decided about a therapy for an alteration in a disease. */
import * as z from "zod";
import { approvalAgencies, escatTiers } from "./report-terms.ts";

/** Accelerated by the FDA and conditional by the EMA: on early data. */
export const approvalStates = ["regular", "accelerated", "conditional", "withdrawn"] as const;

/** Documents as a report cites them. */
export const documentsSchema = z
  .array(
    z.strictObject({
      id: z.string().describe("such as PMID:26287849"),
      label: z.string().describe("for people"),
      url: z.url({ protocol: /^https$/ }).describe("address of the document"),
    }),
  )
  .describe("what it rests on");

/** Fields of an evidence row; all of the alteration and the disease of its statement. */
export const regulatoryFields = {
  approvals: z
    .array(
      z.strictObject({
        agency: z.enum(approvalAgencies).describe("agency that decided"),
        status: z.enum(approvalStates).nullable().describe("null: of which kind is not known"),
        date: z.string().nullable().describe("as exactly as it is known: YYYY, YYYY-MM or a day"),
        documents: documentsSchema,
      }),
    )
    .describe("of this therapy for this alteration in the disease of the statement"),
  supersededBy: z
    .strictObject({
      therapy: z.string().describe("names of its drugs"),
      documents: documentsSchema,
    })
    .nullable()
    .describe("the regimen that replaced this one"),
  escat: z
    .strictObject({
      tier: z.enum(escatTiers).describe("ESCAT tier"),
      curator: z.string().describe("who set it"),
      date: z.string().describe("when it was set"),
    })
    .nullable()
    .describe("curated, never computed; of the disease of the statement"),
};
