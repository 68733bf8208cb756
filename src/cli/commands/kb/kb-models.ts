import type { Command } from "commander";
import type { CommandContext } from "../../command-context.ts";

/** `metaction kb models`: the file of gene models that consequences are called on. */
export function addKbModels(kb: Command, context: CommandContext): void {
  kb.command("models")
    .summary("compile gene models and coding sequences into the file that ships with the program")
    .argument(
      "<files...>",
      "MANE models on GRCh38 and lifted to GRCh37, Ensembl 75 genePred, FASTA of coding sequences; each is known by its columns",
    )
    .option(
      "--numbered-by <folder>",
      "knowledgebase whose statements name transcripts to take as well",
      "knowledgebase",
    )
    .requiredOption("-o, --output <file>", "where to write it")
    .action(async (files: string[], options: { output: string; numberedBy: string }) => {
      const { compileModels } = await import("../../kb/compile-models.ts");
      await compileModels(files, options, context.terminal);
    });
}
