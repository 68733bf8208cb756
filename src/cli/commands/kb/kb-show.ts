import { type Command, Option } from "commander";
import type { CommandContext } from "../../command-context.ts";
import type { SearchOptions } from "../../kb/search-kb.ts";
import type { ShowOptions } from "../../kb/show-kb.ts";
import { groupings } from "../../kb/groupings.ts";
import type { StatsOptions } from "../../kb/stats-kb.ts";
import { collect, wholeNumber } from "../../options/option-parsers.ts";

const format = () =>
  new Option("--format <id>", "how to print it").choices(["text", "json"]).default("text");
const knowledgebase = () =>
  new Option("--kb <path>", "knowledgebase folder or built file, or ours; repeatable in layers")
    .argParser(collect)
    .default([], "ours");

const showDetails = `
An alteration is a protein change in any writing, amplification, gain, loss, deletion, fusion, A::B, protein high, protein
low, or a curator's name of one. Statements are those that it would meet in a case, however widely they name it.

Examples:
  $ metaction kb show BRAF V600E --tumor-type COAD
  $ metaction kb show ERBB2 amplification
  $ metaction kb show EGFR exon 19 deletion
  $ metaction kb show KRAS

Exit codes: 0 found, 1 nothing found, 2 no such gene or alteration (the nearest are named).`;

/** `metaction kb show`, `kb search` and `kb stats`: reading a knowledgebase. */
export function addKbShow(kb: Command, context: CommandContext): void {
  kb.command("show")
    .summary("what is known of a gene, or of one alteration of it")
    .argument("<gene>", "symbol or unambiguous alias")
    .argument("[alteration...]", "e.g. V600E; without it, all of the gene")
    .option("--tumor-type <code>", "OncoTree code, DOID or name: what is known in it comes first")
    .addOption(knowledgebase())
    .addOption(format())
    .addHelpText("after", showDetails)
    .action(async (gene: string, alteration: string[], options: ShowOptions) => {
      const { showAlteration } = await import("../../kb/show-kb.ts");
      context.finish(await showAlteration([gene, ...alteration], options, context.terminal));
    });

  kb.command("search")
    .summary("statements in which every word stands somewhere")
    .argument(
      "<words...>",
      "gene, drug or its synonym, tumor, PMID, record, level of detail as you like",
    )
    .addOption(knowledgebase())
    .addOption(format())
    .addHelpText(
      "after",
      "\nExample:\n  $ metaction kb search osimertinib resistance lung\n\nExit codes: 0 found, 1 nothing found.",
    )
    .action(async (words: string[], options: SearchOptions) => {
      const { searchStatements } = await import("../../kb/search-kb.ts");
      context.finish(await searchStatements(words, options, context.terminal));
    });

  kb.command("stats")
    .summary("count statements by type, gene, level, disease, source, year and therapy")
    .addOption(new Option("--by <property>", "only this one").choices(groupings))
    .option("--top <number>", "lines of each table", wholeNumber, 12)
    .addOption(knowledgebase())
    .addOption(format())
    .action(async (options: StatsOptions) => {
      const { printStats } = await import("../../kb/stats-kb.ts");
      await printStats(options, context.terminal);
    });
}
