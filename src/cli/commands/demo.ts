import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";

/** `metaction demo`: the main job on a bundled case, for a first look. */
export function addDemo(program: Command, context: CommandContext): void {
  program
    .command("demo")
    .summary("run a bundled case and write its reports")
    .description(
      "Rank the targets of a bundled colorectal liver metastasis (made up for this purpose), print the ranking and write its report in every format.",
    )
    .option("-O, --output-folder <folder>", "existing folder for the reports", ".")
    .addHelpText("after", "\nExample:\n  $ metaction demo -O /tmp")
    .action(async (options: { outputFolder: string }) => {
      const { runDemo } = await import("../run-demo.ts");
      context.finish(await runDemo(options.outputFolder, context.terminal));
    });
}
