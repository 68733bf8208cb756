import { type Command, Option } from "commander";
import { molecules } from "../../model/alteration.ts";
import { proteinScales } from "../../model/protein-scales.ts";
import type { CommandContext } from "../command-context.ts";
import { addCohortOptions } from "../options/add-cohort-options.ts";
import { collect } from "../options/option-parsers.ts";
import type { OutlierTableOptions } from "../print-outliers.ts";
import { peerRules } from "../../annotate/proteins/peer-rule.ts";

const details = `
q is taken over the rows that are tested: those of --gene, or all of them. The more are tested, the fewer are found, so
name the genes in question where you know them. No statement is asked; accessions, antibodies and the aliases of the knowledgebase that
ships are read as the genes that they mean, in the table and in --gene; other names stay those of the table. Phosphosites are rows of their own, and --gene takes all of a gene's.

Examples:
  $ metaction protein outliers proteome.csv --sample TUMOR --gene ERBB2 --gene EGFR
  $ metaction protein outliers phospho.csv.gz --sample TCGA-AO-A12D --gene ERBB2 --called > outliers.tsv`;

/** `metaction protein`: protein tables without a case. */
export function addProtein(program: Command, context: CommandContext): void {
  const command = program
    .command("protein")
    .summary("protein tables alone, without a VCF")
    .command("outliers")
    .summary("outliers of one sample of a protein table, as TSV")
    .description(
      "Compare one sample of a table with the others by the rule of annotate, and print the numbers and the call of each row as TSV, the rows by name.",
    )
    .argument("<table>", "protein table: any that metaction formats lists")
    .requiredOption("--sample <name>", "the case's column or name in the table")
    .option("--gene <name>", "test the rows of this gene only; repeatable", collect, [])
    .addOption(new Option("--scale <scale>", "scale of the values").choices(proteinScales))
    .addOption(new Option("--molecule <molecule>", "what was measured").choices(molecules))
    .addOption(
      new Option("--outlier-rule <rule>", "call by this rule; all but robust for comparison only")
        .choices(["robust", ...peerRules])
        .default("robust"),
    )
    .option(
      "--biopsy-site <site>",
      "where the biopsy is from: chooses the normal tissue of --cohort",
    )
    .option("--protein-cohort <name>", "compare with this cohort alone; repeatable", collect, [])
    .option("--called", "print only what is called up or down", false)
    .addHelpText("after", details);
  addCohortOptions(command).action(async (table: string, options: OutlierTableOptions) => {
    const { printOutliers } = await import("../print-outliers.ts");
    context.finish(await printOutliers(table, options, context.terminal));
  });
}
