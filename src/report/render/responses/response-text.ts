import type { ResponseSummary } from "../../../model/response-summary.ts";
import { describeResponse } from "./describe-response.ts";
import { sectionsMarkdown, sectionsText } from "./sections-text.ts";

/** The record of one patient for a terminal. */
export function renderResponseText(summary: ResponseSummary): string {
  return sectionsText(`Response of ${summary.case}`, describeResponse(summary));
}

/** The same as Markdown. */
export function renderResponseMarkdown(summary: ResponseSummary): string {
  return sectionsMarkdown(`Response of ${summary.case}`, describeResponse(summary));
}
