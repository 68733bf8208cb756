import { writeFileAtomic, writeToStream } from "../../io/write-output.ts";
import { exporters } from "../../knowledgebase/export/exporters.ts";
import type { Assembly } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";
import { checkReplacing } from "../check-overwrites.ts";
import { openModels } from "../knowledge/open-models.ts";
import { openKnowledgebase, pathOf } from "../knowledge/open-knowledgebase.ts";
import { openRefget } from "../knowledge/read-refget.ts";
import type { Terminal } from "../terminal.ts";

export interface ExportKbOptions {
  readonly kb: readonly string[];
  readonly format: string;
  readonly assembly?: Assembly;
  readonly chr: boolean;
  readonly genes: boolean;
  /** Table that `kb refget` wrote. */
  readonly refget?: string;
  readonly output?: string;
}

/** Writes the places that statements name to a file, or to stdout. */
export async function exportSites(options: ExportKbOptions, terminal: Terminal): Promise<void> {
  const exporter = exporters.find(({ id }) => id === options.format);
  if (exporter === undefined) throw new Error(`no exporter ${options.format}`);
  const { assembly = null, chr, genes, output } = options;
  if (exporter.needsAssembly && assembly === null) {
    throw refuse("usage", "assembly-missing", `--format ${exporter.id} is about one genome build`, {
      hint: "Give --assembly GRCh37 or GRCh38.",
    });
  }
  if (genes && exporter.id !== "bed") {
    throw refuse("usage", "genes-not-here", "--genes is for --format bed");
  }
  if (options.refget !== undefined && exporter.id !== "vrs") {
    throw refuse("usage", "refget-not-here", "--refget is for --format vrs");
  }
  await checkReplacing(output, [...options.kb.map(pathOf), options.refget]);
  const models = exporter.id === "vrs" ? ((await openModels({})) ?? null) : null;
  const knowledgebase = await openKnowledgebase(options.kb);
  const { accessions } = await openRefget(options.refget);
  const text = exporter.render(knowledgebase, { assembly, chr, genes, models, accessions });
  if (output === undefined) await writeToStream(terminal.stdout, text);
  else await writeFileAtomic(output, text, { noClobber: false });
}
