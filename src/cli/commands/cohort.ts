import { type Command, Option } from "commander";
import { referenceSubsets } from "../../model/cohort.ts";
import { proteinScales } from "../../model/protein-scales.ts";
import type { BuildCohortOptions } from "../cohort/build-cohort-file.ts";
import type { ShowCohortOptions } from "../cohort/show-cohort.ts";
import type { CommandContext } from "../command-context.ts";
import { collect } from "../options/option-parsers.ts";

const facts = "table of the samples: sample, tissue, disease, biopsy-site, role, known-aberration";

const details = `
The file holds, for each gene, how many samples lack it and the sorted values of the others, rounded to 3 decimals of log2: a case is
compared with it by --cohort, without the matrix, and no sample's profile can be put together from it: a cohort of fewer than 5 samples is
refused. Its SHA-256 is checked whenever it is read. Exit code 1: rows were refused, and the others are written.

Examples:
  $ metaction cohort build proteomes.csv --meta samples.csv -o breast.cohort
  $ metaction annotate metastasis.vcf --protein proteome.csv --cohort breast.cohort --biopsy-site liver`;

/** `metaction cohort`: reference cohorts. */
export function addCohort(program: Command, context: CommandContext): void {
  const cohort = program.command("cohort").summary("reference cohorts as compact files");
  cohort
    .command("build")
    .summary("write reference samples as one compact, hashed file")
    .argument("<matrix...>", "protein tables whose samples are all references")
    .requiredOption("-o, --output <file>", "where to write it")
    .option("--meta <file>", `${facts}; repeatable`, collect, [])
    .option("--name <name>", "begins the names of the cohorts; default: the file's name")
    .option("--exclude <sample>", "leave this sample out; repeatable", collect, [])
    .addOption(new Option("--scale <scale>", "scale of the values").choices(proteinScales))
    .addOption(
      new Option(
        "--reference-subset <subset>",
        "leave out samples with a known aberration of a gene, for that gene",
      ).choices(referenceSubsets),
    )
    .addHelpText("after", details)
    .action(async (paths: readonly string[], options: BuildCohortOptions) => {
      const { buildCohortFile } = await import("../cohort/build-cohort-file.ts");
      context.finish(await buildCohortFile(paths, options, context.terminal));
    });
  cohort
    .command("show")
    .summary("cohorts of a file, or their numbers of a gene, as TSV")
    .argument("<file>", "what cohort build wrote, or a protein table")
    .option("--meta <file>", `${facts}; repeatable`, collect, [])
    .option("--gene <name>", "numbers of this row, named as in the file; repeatable", collect, [])
    .action(async (path: string, options: ShowCohortOptions) => {
      const { showCohort } = await import("../cohort/show-cohort.ts");
      await showCohort(path, options, context.terminal);
    });
}
