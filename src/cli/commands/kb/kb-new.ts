import { type Command, Option } from "commander";
import type { CommandContext } from "../../command-context.ts";
import type { NewStatementOptions } from "../../kb/new-statement.ts";
import { collect } from "../../options/option-parsers.ts";
import { directions, evidenceLevels, predicates } from "../../../model/report-terms.ts";

const details = `
Names are looked up in the knowledgebase: a gene by symbol or alias, a drug by name or synonym, a tumor by OncoTree code, DOID
or name. A variant that means the same is used; otherwise one is made. Without --into the JSON is printed.

Examples:
  $ metaction kb new statement BRAF V600E --therapy encorafenib --therapy cetuximab --tumor-type "colorectal cancer" \\
      --level A --document PMID:31566309 --source "our board" --record 1 --into our-board
  $ metaction kb validate our-board --over ours`;

/** `metaction kb new statement`: a scaffold that is sound from the start. */
export function addKbNew(kb: Command, context: CommandContext): void {
  const make = kb.command("new").summary("write the scaffold of something new");
  make
    .command("statement")
    .summary("a statement, and its variant where that is new")
    .argument("<gene>", "symbol or alias")
    .argument(
      "<alteration...>",
      "V600E, amplification, fusion, A::B, protein high, or a variant's name",
    )
    .option("--therapy <drug>", "name, synonym or id; repeatable, at least one", collect, [])
    .addOption(
      new Option("--relation <relation>", "of several drugs; default: combination").choices([
        "single",
        "combination",
        "substitutes",
        "sequential",
      ]),
    )
    .addOption(
      new Option("--predicate <predicate>", "what it says of the therapy")
        .choices(predicates)
        .default(predicates[0]),
    )
    .option("--against", `counter-evidence: it "${directions[1]}" this`, false)
    .option("--tumor-type <code>", "OncoTree code, DOID or name; without it: not stated")
    .addOption(
      new Option("--level <level>", "A label or guideline, B study, C case, D bench, E inference")
        .choices(evidenceLevels)
        .makeOptionMandatory(),
    )
    .option("--document <id>", "PMID:n, NCT:NCTn, DOI:..., ...; repeatable", collect, [])
    .addOption(
      new Option("--origin <origin>", "of the alteration").choices(["somatic", "germline"]),
    )
    .requiredOption("--source <name>", "who says so, e.g. our board")
    .requiredOption("--record <id>", "its number there; with the source the id of the statement")
    .option("--into <folder>", "add it to this folder, which is made where it is not")
    .addOption(
      new Option("--kb <path>", "where names are looked up; repeatable in layers")
        .argParser(collect)
        .default([], "ours"),
    )
    .addHelpText("after", details)
    .action(async (gene: string, alteration: string[], options: NewStatementOptions) => {
      const { newStatement } = await import("../../kb/new-statement.ts");
      await newStatement([gene, ...alteration], options, context.terminal);
    });
}
