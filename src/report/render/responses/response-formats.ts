import type { ResponseSummary } from "../../../model/response-summary.ts";

/** One way to show the record of a patient; what it needs is loaded when it is asked for. */
interface ResponseFormat {
  readonly id: string;
  /** Gives a pure function: the same summary gives the same text, which ends with a line feed. */
  load(): Promise<(summary: ResponseSummary) => string>;
}

/** Every format of `metaction response show`. */
export const responseFormats: readonly ResponseFormat[] = [
  { id: "text", load: async () => (await import("./response-text.ts")).renderResponseText },
  { id: "json", load: async () => (await import("../sorted-json.ts")).toSortedJson },
  { id: "md", load: async () => (await import("./response-text.ts")).renderResponseMarkdown },
  { id: "html", load: async () => (await import("./render-response-page.tsx")).renderResponsePage },
  { id: "svg", load: async () => (await import("./timeline.tsx")).renderTimeline },
];
