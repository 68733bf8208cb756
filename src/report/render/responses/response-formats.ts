import type { ResponseCohort } from "../../../model/response-cohort.ts";
import type { ResponseSummary } from "../../../model/response-summary.ts";

/** One way to show a summary of the record; what it needs is loaded when it is asked for. */
interface SummaryFormat<Summary> {
  readonly id: string;
  /** Gives a pure function: the same summary gives the same text, which ends with a line feed. */
  load(): Promise<(summary: Summary) => string>;
}

/** Every format of `metaction response show`. */
export const responseFormats: readonly SummaryFormat<ResponseSummary>[] = [
  { id: "text", load: async () => (await import("./response-text.ts")).renderResponseText },
  { id: "json", load: async () => (await import("../sorted-json.ts")).toSortedJson },
  { id: "md", load: async () => (await import("./response-text.ts")).renderResponseMarkdown },
  { id: "html", load: async () => (await import("./render-response-page.tsx")).renderResponsePage },
  { id: "svg", load: async () => (await import("./timeline.tsx")).renderTimeline },
];

/** Every format of `metaction response cohort`. */
export const responseCohortFormats: readonly SummaryFormat<ResponseCohort>[] = [
  { id: "text", load: async () => (await import("./cohort-text.ts")).renderResponsesText },
  { id: "json", load: async () => (await import("../sorted-json.ts")).toSortedJson },
  { id: "md", load: async () => (await import("./cohort-text.ts")).renderResponsesMarkdown },
  { id: "tsv", load: async () => (await import("./cohort-text.ts")).renderResponsesTable },
];
