import { basename } from "node:path";
import { readStream, readText } from "../../io/read-files.ts";
import { parseReport } from "../../report/parse-report.ts";
import type { Terminal } from "../terminal.ts";
import { planOutputs, writeReports } from "../write-reports.ts";

/** Reads a stored report, checks it against its schema and writes it in the formats asked for. */
export async function renderStored(
  path: string,
  options: { output: readonly string[]; format?: string; clobber: boolean },
  terminal: Terminal,
): Promise<void> {
  const outputs = await planOutputs(options);
  const text = path === "-" ? await readStream(terminal.stdin, "-") : await readText(path);
  const report = parseReport(text, basename(path));
  await writeReports(report, outputs, { terminal, clobber: options.clobber });
}
