import { type Command, Option } from "commander";
import type { CommandContext } from "../../command-context.ts";
import { type CompareOptions, overOption } from "./compared-layers.ts";

const details = `
Statements are compared by their ids. The step is that of semantic versioning, for content:
  major  something is not said any more, or is said of something else (removed; effect, therapy, tumor, alteration)
  minor  something new is said, or with another weight (added; level, rating, documents, approvals, places)
  patch  the same in other words (names, dates of review)
Versions are YEAR.MONTH.PATCH: a major or minor step is a new release, a patch raises the last number only.

Examples:
  $ metaction kb diff ours knowledgebase
  $ metaction kb diff ours our-board --over ours   # what the layer our-board adds, revises and removes
  $ metaction kb diff 2026.10.json 2026.11.json --format json | jq .step`;

/** `metaction kb diff`: what an edit changes. */
export function addKbDiff(kb: Command, context: CommandContext): void {
  kb.command("diff")
    .summary("what changed between two knowledgebases, and the version step it deserves")
    .argument("<from>", "folder or built file, or ours")
    .argument("<to>", "folder or built file, or ours")
    .addOption(
      new Option("--format <id>", "how to print it").choices(["text", "json"]).default("text"),
    )
    .addOption(overOption())
    .addHelpText("after", details)
    .action(async (from: string, to: string, options: CompareOptions) => {
      const { diffKnowledgebases } = await import("../../kb/diff-kb.ts");
      await diffKnowledgebases(from, to, options, context.terminal);
    });
}
