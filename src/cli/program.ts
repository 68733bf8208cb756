import { Command } from "commander";
import type { CommandContext } from "./command-context.ts";
import { commands } from "./commands/commands.ts";
import { listExitCodes } from "./exit-codes.ts";
import { suggestChoice } from "./suggest-choice.ts";
import { lineWidth, visible } from "./terminal.ts";

/** Columns of help that goes into a pipe or a file. */
const pipeWidth = 80;

const overview = `
Examples:
  $ metaction demo
  $ metaction annotate metastasis.vcf.gz --tumor-type COAD -o report.html -o report.json
  $ metaction annotate case.json --format md | less
  $ metaction check metastasis.vcf.gz

Exit codes:
${listExitCodes()}

Research use only: metaction never chooses a treatment.`;

/** Commander's message, and its suggestion in a line of its own; what was typed stays in its line. */
function showError(text: string): string {
  const lines = text.trimEnd().split(/\n(?=\(Did you mean )/u);
  return lines.map((line) => `${visible(line)}\n`).join("");
}

/**
 * The command line. Errors throw instead of ending the process. `only`: the command that a case runs, so that it does not
 * wait for the options of all others; without it, or where it is none, every command is there.
 */
export function makeProgram(context: CommandContext, only?: string): Command {
  const { stderr } = context.terminal;
  const program = new Command("metaction")
    .description(
      "Ranked drug-target report from the variant and proteomic files of one metastatic biopsy.",
    )
    .option("-V, --version", "print the versions of the tool, the knowledgebase and Node")
    .option("--citation", "print how to cite it, as CITATION.cff")
    .addHelpText("after", overview)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: context.help,
      getOutHelpWidth: () => lineWidth(context.terminal) ?? pipeWidth,
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) => write(`${showError(text)}${suggestChoice(text)}`),
    })
    // With commander's 40, no description is wrapped beside the widest commands on a terminal of 80 columns.
    .configureHelp({ minWidthToWrap: 24 });
  const alone = only === undefined ? undefined : commands.get(only);
  for (const addCommand of alone === undefined ? commands.values() : [alone]) {
    addCommand(program, context);
  }
  return program;
}
