import { Argument, type Command } from "commander";
import type { CommandContext } from "../command-context.ts";

const documents = ["report", "case", "knowledgebase", "batch", "response"] as const;

/** `metaction schema`: the JSON Schema of what the program reads and writes, for editors and pipelines. */
export function addSchema(program: Command, context: CommandContext): void {
  program
    .command("schema")
    .summary("print the JSON Schema of a document")
    .description(
      "Print the JSON Schema (draft 2020-12) of a report, a case file, any file of a knowledgebase, the summary of a batch or a line of the record of responses. Rules that a schema cannot express are checked by the program and not in it.",
    )
    .addArgument(new Argument("<document>", "which one").choices([...documents]))
    .addHelpText("after", "\nExample:\n  $ metaction schema report > metaction-report.schema.json")
    .action(async (document: (typeof documents)[number]) => {
      const { printSchema } = await import("../print-schema.ts");
      await printSchema(document, context.terminal);
    });
}
