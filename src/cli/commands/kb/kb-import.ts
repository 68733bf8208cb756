import { type Command, Option } from "commander";
import { importers } from "../../../knowledgebase/import/importers.ts";
import type { CommandContext } from "../../command-context.ts";

/** `metaction kb import`: statements from the facts of an outside source. */
export function addKbImport(kb: Command, context: CommandContext): void {
  kb.command("import")
    .summary("compile statements from the facts of an outside source")
    .argument("<files...>", "the source's tables; each is known by its columns")
    .addOption(
      new Option("--from <source>", "which source")
        .choices(importers.map((importer) => importer.id))
        .makeOptionMandatory(),
    )
    .requiredOption("-o, --output <folder>", "knowledgebase folder to write")
    .action(async (files: string[], options: { from: string; output: string }) => {
      const { importSource } = await import("../../kb/import-kb.ts");
      await importSource(files, options, context.terminal);
    });
}
