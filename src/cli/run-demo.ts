import { join } from "node:path";
import { outputFormats } from "../report/render/output-formats.ts";
import { annotateCase } from "./annotate-case.ts";
import { bundledCases } from "./bundled-files.ts";
import type { Terminal } from "./terminal.ts";

/** Runs the bundled colorectal case; the reports are `metaction-demo.<ext>` in `folder`. Resolves to the exit code. */
export async function runDemo(
  folder: string,
  terminal: Terminal,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): Promise<number> {
  const input = join(bundledCases(), "colorectal-liver-braf", "case.json");
  const output = outputFormats.map(({ extension }) => join(folder, `metaction-demo${extension}`));
  return await annotateCase(
    input,
    {
      output,
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      failOn: "error",
      clobber: true,
      quiet: isQuiet,
    },
    terminal,
  );
}
