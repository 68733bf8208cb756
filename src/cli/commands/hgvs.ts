import { type Command, Option } from "commander";
import { assemblies } from "../../model/locus.ts";
import type { CommandContext } from "../command-context.ts";
import type { NameOptions } from "../name-variant.ts";

const examples = `
Examples:
    $ metaction hgvs "BRAF V600E" --assembly GRCh38
    $ metaction hgvs NM_004333.6:c.1799T>A --assembly GRCh37 --format json
    $ metaction hgvs 7:140753336:A:T --assembly GRCh38`;

/** `metaction hgvs`: every name of one change. */
export function addHgvs(program: Command, context: CommandContext): void {
  program
    .command("hgvs")
    .summary("name a variant: g., c., p., VRS id and equivalents")
    .description(
      "Read a variant in any of its names and print the others. A change of the protein is expanded to every change of its codons that makes it.",
    )
    .argument(
      "<variant>",
      "GENE CHANGE, or HGVS on a gene, transcript or chromosome, or CONTIG:POS:REF:ALT",
    )
    .addOption(
      new Option("--assembly <build>", "genome build").choices([...assemblies]).default("GRCh38"),
    )
    .option(
      "--fasta <file>",
      "genome of that build, with .fai (and .gzi), for genes whose bases do not ship",
    )
    .option("--gff <file>", "GFF3 of the transcripts to use instead of ours; needs --fasta")
    .option("--refget <file>", "accessions of chromosomes, as kb refget writes them")
    .addOption(
      new Option("--format <id>", "how to print them").choices(["text", "json"]).default("text"),
    )
    .addHelpText("after", examples)
    .action(async (variant: string, options: NameOptions) => {
      const { nameVariant } = await import("../name-variant.ts");
      context.finish(await nameVariant(variant, options, context.terminal));
    });
}
