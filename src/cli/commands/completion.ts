import { Argument, type Command } from "commander";
import { writeToStream } from "../../io/write-output.ts";
import type { CommandContext } from "../command-context.ts";

const shells = ["bash", "zsh", "fish"] as const;

const examples = `
Examples:
  $ source <(metaction completion bash)
  $ metaction completion fish > ~/.config/fish/completions/metaction.fish`;

/** `metaction completion`: a script that lets a shell complete commands, options and their values. */
export function addCompletion(program: Command, context: CommandContext): void {
  program
    .command("completion")
    .summary("print the completion script of a shell")
    .description("Print a script with which a shell completes commands, options and their values.")
    .addArgument(new Argument("<shell>", "which one").choices(shells))
    .addHelpText("after", examples)
    .action(async (shell: (typeof shells)[number]) => {
      const { completionFor } = await import("../completion/completion-for.ts");
      await writeToStream(context.terminal.stdout, completionFor(shell, program));
    });
}
