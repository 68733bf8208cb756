import type { Command } from "commander";
import type { CommandContext } from "../../command-context.ts";
import { collect } from "../../options/option-parsers.ts";

/** `metaction kb build`: a folder as one hashed file. */
export function addKbBuild(kb: Command, context: CommandContext): void {
  kb.command("build")
    .summary("write a checked folder as one hashed file that annotate loads fast")
    .argument("[folder]", "knowledgebase folder", "knowledgebase")
    .requiredOption("-o, --output <file>", "where to write it")
    .option("--over <path>", "build it as a layer over this one, or ours; repeatable", collect, [])
    .action(async (folder: string, options: { output: string; over: readonly string[] }) => {
      const { buildFile } = await import("../../kb/build-kb.ts");
      await buildFile(folder, options, context.terminal);
    });
}
