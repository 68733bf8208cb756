import { join } from "node:path";
import { outputFormats } from "../report/render/output-formats.ts";
import { annotateCase } from "./annotate-case.ts";
import { bundledCases } from "./bundled-files.ts";
import type { Terminal } from "./terminal.ts";

/** A run of a bundled case. */
export interface BundledRun {
  /** The folder of the case. */
  readonly name: string;
  /** Where reports go, as `metaction-demo.<ext>` in each format. */
  readonly folder: string;
  readonly isQuiet: boolean;
}

/** Runs the bundled colorectal case. Resolves to the exit code. */
export async function runDemo(folder: string, terminal: Terminal): Promise<number> {
  return await runBundled({ name: "colorectal-liver-braf", folder, isQuiet: false }, terminal);
}

/** Runs a bundled case. Resolves to the exit code. */
export async function runBundled(
  { name, folder, isQuiet }: BundledRun,
  terminal: Terminal,
): Promise<number> {
  const input = join(bundledCases(), name, "case.json");
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
