import { tmpdir } from "node:os";
import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";

/** `metaction prepare`: has all compiled that a case needs, which `bin/metaction.js` then keeps beside the program. */
export function addPrepare(program: Command, context: CommandContext): void {
  program
    .command("prepare")
    .summary("keep compiled code beside the program, for faster starts")
    .description(
      "Run the bundled case and keep what Node compiled for it in the folder of the program, once for each version of Node. Later runs start faster and do the same; without it nothing is lost but time.",
    )
    .addHelpText("after", "\nExample:\n  $ metaction prepare")
    .action(async () => {
      const { runDemo } = await import("../run-demo.ts");
      const { inTemporaryFolder } = await import("../../io/temporary-folder.ts");
      const run = (folder: string): Promise<number> =>
        runDemo(folder, context.terminal, { isQuiet: true });
      context.finish(await inTemporaryFolder(tmpdir(), run));
    });
}
