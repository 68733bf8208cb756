import { type Command, Option } from "commander";
import type { CommandContext } from "../../command-context.ts";
import { problemFormats } from "../../kb/format-problems.ts";
import { collect } from "../../options/option-parsers.ts";
import type { ValidateOptions } from "../../kb/validate-kb.ts";

const details = `
Every problem is printed, each with file:line:column, the JSON pointer, what was found, what is expected, and the
nearest valid value. A file of a knowledgebase can be given alone; its references are not resolved then.

Examples:
  $ metaction kb validate knowledgebase
  $ metaction kb validate knowledgebase/statements/BRAF.json
  $ metaction kb validate mine --over ours
  $ metaction kb validate knowledgebase --format github   # annotations at the lines of a pull request

Exit codes: 0 sound, 1 warnings with --fail-on warning, 4 an error.`;

/** `metaction kb validate`: schema and checks. */
export function addKbValidate(kb: Command, context: CommandContext): void {
  kb.command("validate")
    .summary("check a knowledgebase and list every problem at its line")
    .argument("[path]", "folder, built file or one source file; default: the bundled one")
    .addOption(
      new Option("--format <id>", "how to list the problems")
        .choices(problemFormats)
        .default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "what is not sound")
        .choices(["error", "warning"])
        .default("error"),
    )
    .option("--over <path>", "check it as a layer over this one, or ours; repeatable", collect, [])
    .addHelpText("after", details)
    .action(async (path: string | undefined, options: ValidateOptions) => {
      const { validateKnowledgebase } = await import("../../kb/validate-kb.ts");
      context.finish(await validateKnowledgebase(path, options, context.terminal));
    });
}
