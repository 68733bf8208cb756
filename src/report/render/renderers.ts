import type { Renderer } from "./renderer.ts";
import { html } from "./html.tsx";
import { json } from "./json.ts";
import { maf } from "./maf.ts";
import { markdown } from "./markdown.ts";
import { tsv } from "./tsv.ts";
import { vcf } from "./vcf.ts";

/** Every output format. A new one is a file beside this, one entry here and one in `output-formats.ts`. */
export const renderers: readonly Renderer[] = [html, json, maf, markdown, tsv, vcf];
