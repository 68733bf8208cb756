import type { Command } from "commander";
import type { CommandContext } from "../../command-context.ts";

/** `metaction kb refget`: what VRS ids of other chromosomes need. */
export function addKbRefget(kb: Command, context: CommandContext): void {
  kb.command("refget")
    .summary("refget accessions of the chromosomes of a FASTA, for VRS ids")
    .argument("<fasta>", "genome with .fai (and .gzi when it is BGZF)")
    .option("-o, --output <file>", "where to write them; default: standard output")
    .action(async (fasta: string, options: { output?: string }) => {
      const { printRefget } = await import("../../kb/print-refget.ts");
      await printRefget(fasta, options, context.terminal);
    });
}
