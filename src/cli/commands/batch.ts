import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { sheetColumns } from "../../read/sheet-columns.ts";
import { outputFormats } from "../../report/render/output-formats.ts";
import { addCohortOptions } from "../options/add-cohort-options.ts";
import type { BatchOptions } from "../batch/run-batch.ts";
import { threadsByDefault } from "../batch/threads-by-default.ts";
import {
  collect,
  dayText,
  digestText,
  threadCount,
  wholeNumber,
} from "../options/option-parsers.ts";
import type { CommandContext } from "../command-context.ts";
import { severities } from "../../model/severity.ts";

const formatIds = outputFormats.map(({ id }) => id);

const details = `
Columns of the sheet, by their names and in any order (paths are relative to the sheet; several files in a cell by ;):
${sheetColumns.map(({ name, meaning, required }) => `  ${name.padEnd(15)} ${meaning}${required ? " (needed)" : ""}`).join("\n")}

Beside the reports it writes summary.tsv, summary.json, cohort.html, cohort.md, and files that MultiQC finds.
A sample that fails leaves SAMPLE.error.json, and the others go on.

Examples:
  $ metaction batch samples.tsv -O results --formats json,html --threads 4
  $ metaction batch samples.tsv -O results --resume
  $ metaction batch cases/ -O results

Exit codes: 0 all done, 1 done and one has problems at or above --fail-on, 3 the sheet was refused, 5 the folder is in use or
cannot be written, 7 a sample failed or was not run.`;

/** `metaction batch`: many samples, and one of them bad. */
export function addBatch(program: Command, context: CommandContext): void {
  const command = program
    .command("batch")
    .summary("rank the drug targets of many biopsies, and summarize them")
    .description(
      "Do for every sample of a sheet, or every case.json of a folder of folders, what annotate does for one. The list is checked whole before any work starts, and what fails does not stop the others.",
    )
    .argument("<sheet>", "sample sheet (CSV or TSV), or a folder of folders with a case.json each")
    .requiredOption(
      "-O, --output-folder <folder>",
      "where the results go; made when missing",
      folderName,
    )
    .addOption(
      new Option("--formats <ids>", "report formats, by commas")
        .argParser(parseFormats)
        .default(["json", "html"], "json,html"),
    )
    .addOption(
      new Option("--threads <number>", "samples at the same time")
        .argParser(threadCount)
        .default(
          threadsByDefault(context.terminal.env, availableParallelism()),
          "the processors, at most 8; inside Slurm what it grants; inside Nextflow 1",
        ),
    )
    .option(
      "--resume",
      "keep samples whose inputs, settings and versions are what they were",
      false,
    )
    .option("--fail-fast", "begin no further sample after the first that fails", false);
  addCohortOptions(command)
    .option("--protein-cohort <name>", "compare with this --cohort alone; repeatable", collect, [])
    .option(
      "--responses <file>",
      "record of responses of the study, for every sample: what became of others; moves no rank",
    )
    .option("--include-filtered", "use calls that failed the caller's filters", false)
    .option("--strict", "refuse a file at its first unreadable record", false)
    .option("--allow-truncated", "use a BGZF file whose end marker is missing", false)
    .option("--filter-counts", "count all records of each VCF by FILTER")
    .option("--no-index", "read whole files, also where a .tbi or .csi lies beside them")
    .option("--fasta <file>", "genome of the samples' build, with .fai, to call consequences on")
    .option("--gff <file>", "GFF3 of the transcripts to call on; needs --fasta")
    .option("--reannotate", "prefer our own call of a consequence to a file's annotation")
    .option("--no-models", "call no consequences")
    .option("--kb <path>", "knowledgebase, as in annotate; repeatable", collect, [])
    .option("--as-of <date>", "leave out of the knowledgebase what is dated later", dayText)
    .option("--kb-max-age <days>", "refuse an older knowledgebase", wholeNumber)
    .option("--kb-sha256 <digest>", "refuse a knowledgebase of another content", digestText)
    .addOption(
      new Option("--fail-on <severity>", "count a sample as one with problems from here on")
        .choices(severities.filter((severity) => severity !== "notice"))
        .default("error"),
    )
    .addOption(
      new Option("--log-format <format>", "lines on standard error")
        .choices(["text", "json"])
        .default("text"),
    )
    .option(
      "-v, --verbose",
      "name samples in messages, and off a terminal tell how far it is every 30 seconds",
      false,
    )
    .option("-q, --quiet", "only failures on standard error", false)
    .option("--color", "color on standard error")
    .option("--no-color", "no color")
    .addHelpText("after", details)
    .action(async (sheet: string, options: BatchOptions) => {
      const { runBatch } = await import("../batch/run-batch.ts");
      context.finish(await runBatch(sheet, options, context.terminal));
    });
}

/** An unset variable in a script must not mean the folder in which it runs. */
function folderName(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Expected the name of a folder.");
  return text;
}

function parseFormats(text: string): string[] {
  const asked = text.split(",").map((id) => id.trim());
  const unknown = asked.find((id) => !formatIds.includes(id));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`"${unknown}" is none of ${formatIds.join(", ")}.`);
  }
  // In the order of the program, and each once: the order of the option changes nothing.
  return formatIds.filter((id) => asked.includes(id));
}
