import { Argument, type Command } from "commander";
import type { CommandContext } from "../command-context.ts";

/** `metaction schema`: the JSON Schema of what the program reads and writes, for editors and pipelines. */
export function addSchema(program: Command, context: CommandContext): void {
  program
    .command("schema")
    .summary("print the JSON Schema of a document")
    .description(
      "Print the JSON Schema (draft 2020-12) of a report, a case file, a statement file of the knowledgebase or the summary of a batch. Rules that a schema cannot express are checked by the program and not in it.",
    )
    .addArgument(
      new Argument("<document>", "which one").choices(["report", "case", "knowledgebase", "batch"]),
    )
    .addHelpText("after", "\nExample:\n  $ metaction schema report > metaction-report.schema.json")
    .action(async (document: "report" | "case" | "knowledgebase" | "batch") => {
      const { printSchema } = await import("../print-schema.ts");
      await printSchema(document, context.terminal);
    });
}
