import { type Command, Option } from "commander";
import type { CommandContext } from "../../command-context.ts";
import { type CompareOptions, overOption } from "./compared-layers.ts";

const details = `
A case (case.json, or its folder) is interpreted twice, with each knowledgebase: the answer is exact. Of a stored report
only its findings can be ranked again. Where they do not give its ranking again, and where a statement that changed asks for
what a report does not keep (a gene or a protein that nothing asked for, wild type, phase, what was set aside), the genes
are listed as not comparable.

Examples:
  $ metaction kb impact ours knowledgebase fixtures/cases/*
  $ metaction kb impact ours our-board fixtures/cases/* --over ours   # what the layer our-board changes
  $ metaction kb impact ours knowledgebase archive/*/report.json --format json

Exit codes: 0 no ranking would change, 1 one would, or a stored report is not comparable in full.`;

/** `metaction kb impact`: which rankings an edit would change. */
export function addKbImpact(kb: Command, context: CommandContext): void {
  kb.command("impact")
    .summary("which cases or stored reports would change rank, tier, or gain or lose a target")
    .argument("<from>", "folder or built file, or ours")
    .argument("<to>", "folder or built file, or ours")
    .argument("<reports...>", "report.json, case.json, or the folder of a case")
    .addOption(
      new Option("--format <id>", "how to print it").choices(["text", "json"]).default("text"),
    )
    .addOption(overOption())
    .addHelpText("after", details)
    .action(async (from: string, to: string, reports: string[], options: CompareOptions) => {
      const { printImpact } = await import("../../kb/impact-kb.ts");
      context.finish(await printImpact([from, to, ...reports], options, context.terminal));
    });
}
