import { tmpdir } from "node:os";
import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { exitCodes } from "../exit-codes.ts";

/** Variants, proteins with cohorts, copy numbers and lesions. */
const cases = [
  "colorectal-liver-braf",
  "breast-liver-cohorts",
  "breast-brain-erbb2-copies",
  "colorectal-liver-lesions",
];

/** `metaction prepare`: has all compiled that a case needs, which `bin/metaction.js` then keeps beside the program. */
export function addPrepare(program: Command, context: CommandContext): void {
  program
    .command("prepare")
    .summary("keep compiled code beside the program, for faster starts")
    .description(
      "Run bundled cases and keep what Node compiled for them in the folder of the program, once for each version of Node. Later runs start faster and do the same; without it nothing is lost but time.",
    )
    .addHelpText("after", "\nExample:\n  $ metaction prepare")
    .action(async () => {
      const { runBundled } = await import("../run-demo.ts");
      const { inTemporaryFolder } = await import("../../io/temporary-folder.ts");
      const code = await inTemporaryFolder(tmpdir(), async (folder) => {
        for (const name of cases) {
          const done = await runBundled({ name, folder, isQuiet: true }, context.terminal);
          if (done !== exitCodes.done) return done;
        }
        return exitCodes.done;
      });
      if (code === exitCodes.done) context.starter.prepared();
      context.finish(code);
    });
}
