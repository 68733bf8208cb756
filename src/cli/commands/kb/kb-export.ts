import { type Command, Option } from "commander";
import { assemblies } from "../../../model/locus.ts";
import type { CommandContext } from "../../command-context.ts";
import type { ExportKbOptions } from "../../kb/export-kb.ts";
import { exportFormats } from "../../kb/export-formats.ts";
import { collect } from "../../options/option-parsers.ts";

const details = `
The places are alleles and spans that statements name; what a statement says of a whole gene has none. A filter that must
lose nothing that annotate would read also needs the genes: --format bed --genes. vrs gives an id where the chromosome's
accession is known and, of an insertion or deletion, the bases around it; elsewhere it says why there is none.

Examples:
  $ metaction kb export --format tsv > sites.tsv
  $ metaction kb export --format bed --assembly GRCh38 --chr --genes -o kb.bed
  $ bcftools view -T kb.bed tumor.vcf.gz | metaction annotate - --tumor-type COAD`;

/** `metaction kb export`: the sites, so that others can filter by them. */
export function addKbExport(kb: Command, context: CommandContext): void {
  kb.command("export")
    .summary("write the places that statements name, in both genome builds")
    .addOption(new Option("--format <id>", "as which").choices(exportFormats).makeOptionMandatory())
    .addOption(
      new Option("--assembly <build>", "genome build; vcf and bed are about one").choices([
        ...assemblies,
      ]),
    )
    .option("--chr", "name contigs chr7 and chrM, not 7 and MT", false)
    .option("--genes", "in a bed also every gene, with 5,000 bases on either side", false)
    .option("--refget <file>", "for vrs: accessions of chromosomes, as kb refget writes them")
    .addOption(
      new Option("--kb <path>", "knowledgebase folder or built file, or ours; repeatable in layers")
        .argParser(collect)
        .default([], "ours"),
    )
    .option("-o, --output <file>", "where to write it; default: standard output")
    .addHelpText("after", details)
    .action(async (options: ExportKbOptions) => {
      const { exportSites } = await import("../../kb/export-kb.ts");
      await exportSites(options, context.terminal);
    });
}
