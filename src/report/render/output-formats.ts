import type { Renderer } from "./renderer.ts";

/** What a command line has to know of an output format; the renderer is loaded when a report is written. */
export interface OutputFormat extends Pick<Renderer, "id" | "extension"> {
  load(): Promise<Renderer>;
}

/** The formats of `renderers`, in the same order: a case that is written as JSON does not wait for the page to load. */
export const outputFormats: readonly OutputFormat[] = [
  { id: "html", extension: ".html", load: async () => (await import("./html.tsx")).html },
  { id: "json", extension: ".json", load: async () => (await import("./json.ts")).json },
  { id: "cbioportal-maf", extension: ".maf", load: async () => (await import("./maf.ts")).maf },
  { id: "md", extension: ".md", load: async () => (await import("./markdown.ts")).markdown },
  { id: "tsv", extension: ".tsv", load: async () => (await import("./tsv.ts")).tsv },
  { id: "vcf-sites", extension: ".vcf", load: async () => (await import("./vcf.ts")).vcf },
];
