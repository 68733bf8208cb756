import { Argument, type Command } from "commander";
import type { CommandContext } from "../../command-context.ts";
import { fileKindNames } from "../../kb/file-kind-names.ts";

const details = `
With --output the schemas of all kinds are written below the folder, where the files' own "$schema" leads: VS Code and other
editors then complete keys and values, and mark what is wrong, while you write. What a schema cannot say (that ids resolve,
that coordinates fit) is said by: metaction kb validate

Examples:
  $ metaction kb schema statements
  $ metaction kb schema -o knowledgebase     # writes knowledgebase/schemas/*.schema.json`;

/** `metaction kb schema`: JSON Schemas of the files, for editors. */
export function addKbSchema(kb: Command, context: CommandContext): void {
  kb.command("schema")
    .summary("JSON Schemas of the files, for completion in editors")
    .addArgument(new Argument("[file]", "which kind of file; default: each").choices(fileKindNames))
    .option("-o, --output <folder>", "knowledgebase folder to write them below")
    .addHelpText("after", details)
    .action(async (kind: string | undefined, options: { output?: string }) => {
      const { writeSchemas } = await import("../../kb/schema-kb.ts");
      await writeSchemas(kind, options, context.terminal);
    });
}
