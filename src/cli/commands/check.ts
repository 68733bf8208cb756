import { type Command, Option } from "commander";
import { molecules } from "../../model/alteration.ts";
import { proteinScales } from "../../model/protein-scales.ts";
import type { CheckFilesOptions } from "../check-files.ts";
import { checkFormats } from "../format-checks.ts";
import type { CommandContext } from "../command-context.ts";
import { severities } from "../../model/severity.ts";

const details = `
An error is what annotate refuses: a record alone, or the file. A warning is against the specification and is read
all the same. A notice is worth knowing. At most five examples of each kind are listed, then their number.

Examples:
  $ metaction check metastasis.vcf.gz
  $ metaction check case.json --format json | jq .files
  $ metaction check *.vcf.gz --fail-on warning --format tsv > problems.tsv

Exit codes: 0 sound, 1 problems at or above --fail-on, 3 a file was refused; of several files the worst.`;

/** `metaction check`: the validator. */
export function addCheck(program: Command, context: CommandContext): void {
  program
    .command("check")
    .summary("check every line of input files and list the problems")
    .description(
      "Read files as annotate would, hold every line to its format, and list each problem with its place and what to do about it. No knowledgebase, genome build or tumor sample has to be named.",
    )
    .argument(
      "<files...>",
      "VCF (or - for one on standard input), protein table, case.json, report.json",
    )
    .addOption(
      new Option("--format <id>", "how to list the problems").choices(checkFormats).default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "exit 1 when a problem is at least this severe")
        .choices(severities.filter((severity) => severity !== "notice"))
        .default("error"),
    )
    .option("--tumor-sample <name>", "the tumor's column in the VCF")
    .option("--tumor-af-tag <key>", "INFO key of the tumor allele fraction")
    .option("--tumor-dp-tag <key>", "INFO key of the tumor depth")
    .option("--protein-sample <name>", "the case's column or name in the protein tables")
    .addOption(
      new Option("--protein-scale <scale>", "scale of the protein values").choices(proteinScales),
    )
    .addOption(
      new Option("--protein-molecule <molecule>", "what the protein tables measure").choices(
        molecules,
      ),
    )
    .option("--allow-truncated", "use a BGZF file whose end marker is missing", false)
    .addHelpText("after", details)
    .action(async (files: string[], options: CheckFilesOptions) => {
      const { checkFiles } = await import("../check-files.ts");
      context.finish(await checkFiles(files, options, context.terminal));
    });
}
