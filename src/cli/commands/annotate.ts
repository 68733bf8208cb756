import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { outputFormats } from "../../report/render/output-formats.ts";
import { makeThreads } from "../../io/threads/make-threads.ts";
import { workerEntry } from "../bundled-files.ts";
import type { AnnotateOptions } from "../annotate-case.ts";
import { addCaseOptions } from "../options/add-case-options.ts";
import { addLesionOptions } from "../options/add-lesion-options.ts";
import { collect, onceOf, threadCount } from "../options/option-parsers.ts";
import type { CommandContext } from "../command-context.ts";
import { severities } from "../../model/severity.ts";

const examples = `
Examples:
  One VCF and a protein table; three reports, the format by the extension:
    $ metaction annotate metastasis.vcf.gz --protein proteome.csv --tumor-type COAD \\
        --tumor-sample TUMOR -o report.html -o report.json -o report.md
  Everything in one case file; Markdown on standard output:
    $ metaction annotate case.json
  A metastasis beside its primary tumor:
    $ metaction annotate metastasis.vcf --primary primary.vcf --primary-purity 0.5 \\
        --tumor-type COAD -o report.html
  From another program; JSON to the next one:
    $ bcftools view tumor.bcf | metaction annotate - --tumor-type SKCM --format json | jq .targets

The kinds of input are listed by: metaction formats`;

const formats = outputFormats.map(({ id }) => id);

/** `metaction annotate`: the main job. */
export function addAnnotate(program: Command, context: CommandContext): void {
  const command = program.command("annotate");
  command
    .summary("rank the drug targets of one biopsy")
    .description(
      "Match the variants and protein outliers of one metastatic biopsy against the knowledgebase and rank the drug targets.",
    )
    .argument(
      "<input>",
      "VCF (plain, gzip or BGZF), - for standard input, a MAF, a list of changes, or a case.json",
    )
    .option("-o, --output <file>", "write a report, format by extension; repeatable", collect, [])
    .addOption(
      new Option("--format <id>", "write this format to standard output")
        .choices(formats)
        .argParser(onceOf(formats)),
    )
    .option(
      "--tag-vcf <file>",
      "write the VCF again, .vcf or .vcf.gz, with METACTION_ keys in INFO; reads every line",
    );
  addLesionOptions(addCaseOptions(command))
    .option("--case-id <id>", "pseudonym of the case; default: from the input's name")
    .option(
      "--responses <file>",
      "record of responses of the study: what became of others on a target; moves no rank",
    )
    .option("--refget <file>", "accessions of chromosomes for VRS ids, as kb refget writes them")
    .option(
      "--filter-counts",
      "count all records of the VCF by FILTER, in the report; needs every line, so no index is used",
    )
    .addOption(
      new Option(
        "--threads <number>",
        "threads that inflate and scan a large BGZF file, the main one among them",
      )
        .argParser(threadCount)
        .default(Math.min(availableParallelism(), 4), "the processors that are there, at most 4"),
    )
    .addOption(
      new Option("--fail-on <severity>", "exit 1 when a problem is at least this severe")
        .choices(severities.filter((severity) => severity !== "notice"))
        .default("error"),
    )
    .option("--no-clobber", "never replace an existing output")
    .option("-q, --quiet", "only errors on standard error", false)
    .option("--color", "color on standard error")
    .option("--no-color", "no color")
    .addHelpText("after", examples)
    .action(async (input: string, given: AnnotateOptions & { readonly threads: number }) => {
      const count = given.threads;
      const file = {
        path: input === "-" ? null : input,
        mayJump: given.index !== false && given.filterCounts !== true,
        onStart: context.starter.loading,
        onScan: context.starter.scanning,
      };
      const threads = count > 1 ? makeThreads(count - 1, workerEntry(), file) : undefined;
      const { annotateCase } = await import("../annotate-case.ts");
      try {
        context.finish(await annotateCase(input, { ...given, threads }, context.terminal));
      } finally {
        await threads?.end();
      }
    });
}
