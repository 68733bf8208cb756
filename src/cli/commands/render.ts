import { type Command, Option } from "commander";
import { outputFormats } from "../../report/render/output-formats.ts";
import { collect, onceOf } from "../options/option-parsers.ts";
import type { CommandContext } from "../command-context.ts";

interface RenderOptions {
  readonly output: readonly string[];
  readonly format?: string;
  readonly clobber: boolean;
}

const formats = outputFormats.map(({ id }) => id);

/** `metaction render`: a stored report in another format, without the case's files. */
export function addRender(program: Command, context: CommandContext): void {
  program
    .command("render")
    .summary("write a stored JSON report in another format")
    .description("Read a report that annotate wrote as JSON and write it in other formats.")
    .argument("<report>", "report.json, or - for standard input")
    .option("-o, --output <file>", "write a report, format by extension; repeatable", collect, [])
    .addOption(
      new Option("--format <id>", "write this format to standard output")
        .choices(formats)
        .argParser(onceOf(formats)),
    )
    .option("--no-clobber", "never replace an existing output")
    .addHelpText("after", "\nExample:\n  $ metaction render report.json -o report.html")
    .action(async (path: string, options: RenderOptions) => {
      const { renderStored } = await import("../stored/render-stored.ts");
      await renderStored(path, options, context.terminal);
    });
}
