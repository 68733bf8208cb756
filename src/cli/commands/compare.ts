import { type Command, Option } from "commander";
import type { CommandContext } from "../command-context.ts";
import type { CompareFormat } from "../stored/compare-stored.ts";

const details = `
What is compared: targets that came or went, tiers, ranks among the targets of both, what is blocked, verification by measurements,
lesion states, flags, findings, what other lesions have that this one lacks, and what resists there; and what the reports were made with: input digests, the case, settings, knowledgebase, version of metaction.

Examples:
  $ metaction compare october.json november.json
  $ metaction compare october.json november.json --format json | jq -r .cause`;

/** `metaction compare`: two stored reports of a case. */
export function addCompare(program: Command, context: CommandContext): void {
  program
    .command("compare")
    .summary("what is different between two stored JSON reports of a case, and what caused it")
    .description(
      "Read two reports that annotate wrote as JSON and tell what appeared, vanished and moved, and whether data, settings, knowledgebase or version caused it. The exit code is 0 whether they differ or not.",
    )
    .argument("<old>", "report.json")
    .argument("<new>", "report.json")
    .addOption(
      new Option("--format <id>", "how to print it")
        .choices(["text", "json", "md"])
        .default("text"),
    )
    .addHelpText("after", details)
    .action(async (before: string, after: string, options: { format: CompareFormat }) => {
      const { compareStored } = await import("../stored/compare-stored.ts");
      await compareStored([before, after], options.format, context.terminal);
    });
}
