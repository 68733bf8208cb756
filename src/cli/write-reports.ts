import { extname } from "node:path";
import { isSameFile } from "../io/same-file.ts";
import { checkOutput, writeFileAtomic, writeToStream } from "../io/write-output.ts";
import { nearest } from "../model/nearest.ts";
import { refuse } from "../model/refusal.ts";
import type { Report } from "../model/report.ts";
import { type OutputFormat, outputFormats } from "../report/render/output-formats.ts";
import type { Terminal } from "./terminal.ts";

/** One report to write; `path` is null for standard output. */
export interface PlannedOutput {
  readonly path: string | null;
  readonly format: OutputFormat;
}

/**
 * Decides what goes where and checks that every file can be written, before any work starts. Without any
 * option the report goes to standard output as Markdown.
 */
export async function planOutputs(options: {
  readonly output: readonly string[];
  readonly format?: string;
  readonly clobber: boolean;
}): Promise<PlannedOutput[]> {
  const planned: PlannedOutput[] = [];
  for (const path of options.output) {
    for (const other of planned) {
      if (other.path !== null && (await isSameFile(other.path, path))) {
        throw refuse("usage", "output-twice", `outputs ${other.path} and ${path} are one file`);
      }
    }
    await checkOutput(path, { noClobber: !options.clobber });
    planned.push({ path, format: formatOf(path) });
  }
  if (options.format !== undefined || planned.length === 0) {
    planned.push({ path: null, format: formatById(options.format ?? "md") });
  }
  return planned;
}

/** Writes each output whole or not at all. */
export async function writeReports(
  report: Report,
  outputs: readonly PlannedOutput[],
  options: { terminal: Terminal; clobber: boolean },
): Promise<void> {
  for (const { path, format } of outputs) {
    const renderer = await format.load();
    const text = renderer.render(report);
    if (path === null) await writeToStream(options.terminal.stdout, text);
    else await writeFileAtomic(path, text, { noClobber: !options.clobber });
  }
}

function formatById(id: string): OutputFormat {
  const format = outputFormats.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`no output format ${id}`);
  return format;
}

function formatOf(path: string): OutputFormat {
  const extension = extname(path).toLowerCase();
  const format = outputFormats.find((candidate) => candidate.extension === extension);
  if (format) return format;
  const known = outputFormats.map((candidate) => candidate.extension);
  const close = nearest(extension, known, 1)[0];
  throw refuse("usage", "output-format-unknown", `no report format has the extension of ${path}`, {
    hint: `Known: ${known.join(", ")}.${close === undefined ? "" : ` Did you mean ${close}?`}`,
  });
}
