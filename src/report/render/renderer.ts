import type { Report } from "../../model/report.ts";

/** One output format. It sees the report document and nothing else, so any stored report can be rendered again. */
export interface Renderer {
  /** Value of `--format`. */
  readonly id: string;
  readonly title: string;
  /** With the dot: `.html`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Pure: the same report gives the same text. Ends with a line feed. */
  render(report: Report): string;
}
