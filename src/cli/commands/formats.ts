import { type Command, Option } from "commander";
import type { CommandContext } from "../command-context.ts";

/** `metaction formats`: what can be read and written, derived from the lists of readers and renderers. */
export function addFormats(program: Command, context: CommandContext): void {
  program
    .command("formats")
    .summary("list what can be read and written")
    .description("List every input format with its columns, and every output format.")
    .addOption(
      new Option("--format <id>", "how to list them")
        .choices(["text", "md", "json"])
        .default("text"),
    )
    .action(async (options: { format: "text" | "md" | "json" }) => {
      const { printFormats } = await import("../print-formats.ts");
      await printFormats(options.format, context.terminal);
    });
}
