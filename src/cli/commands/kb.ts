import { type Command, Option } from "commander";
import { importers } from "../../knowledgebase/import/importers.ts";
import type { CommandContext } from "../command-context.ts";

/** `metaction kb`: the curator's commands. */
export function addKb(program: Command, context: CommandContext): void {
  const kb = program.command("kb").summary("validate, build and import a knowledgebase");

  kb.command("validate")
    .summary("check a knowledgebase folder")
    .argument("[path]", "knowledgebase folder or built file; default: the bundled one")
    .action(async (folder: string | undefined) => {
      const { validateFolder } = await import("../build-kb.ts");
      await validateFolder(folder, context.terminal);
    });

  kb.command("build")
    .summary("write a checked folder as one hashed file that annotate loads fast")
    .argument("[folder]", "knowledgebase folder", "knowledgebase")
    .requiredOption("-o, --output <file>", "where to write it")
    .action(async (folder: string, options: { output: string }) => {
      const { buildFile } = await import("../build-kb.ts");
      await buildFile(folder, options.output, context.terminal);
    });

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
      const { importSource } = await import("../import-kb.ts");
      await importSource(files, options, context.terminal);
    });
}
