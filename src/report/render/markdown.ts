import type { Renderer } from "./renderer.ts";
export const markdown: Renderer = { id: "md", title: "Markdown", extension: ".md", mediaType: "text/markdown", render: () => "" };
