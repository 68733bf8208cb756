import type { Command } from "commander";
import type { CommandContext } from "../../command-context.ts";

/** `metaction kb identifiers`: the file of accessions that rows of protein tables are looked up in. */
export function addKbIdentifiers(kb: Command, context: CommandContext): void {
  kb.command("identifiers")
    .summary("compile accessions of genes and proteins into the file that ships with the program")
    .argument(
      "<files...>",
      "summary of MANE, and a table with the columns entrez, symbol and accession; each is known by its header",
    )
    .option(
      "--complete <folder>",
      "knowledgebase whose genes are given with every accession, others with those of MANE",
      "knowledgebase",
    )
    .requiredOption("-o, --output <file>", "where to write it")
    .action(async (files: string[], options: { output: string; complete: string }) => {
      const { compileIdentifiers } = await import("../../kb/compile-identifiers.ts");
      await compileIdentifiers(files, options, context.terminal);
    });
}
