import type { ChalkInstance } from "chalk";
import { writeToStream } from "../../io/write-output.ts";
import {
  compareKnowledgebases,
  type KnowledgebaseDiff,
} from "../../knowledgebase/diff/compare-knowledgebases.ts";
import type { EntityChange } from "../../knowledgebase/diff/compare-entities.ts";
import {
  type AnyStatement,
  describeStatement,
} from "../../knowledgebase/statements/describe-statement.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { openOver } from "../knowledge/open-knowledgebase.ts";
import { makePaint, type Terminal, visible } from "../terminal.ts";

/** Prints what changed from one knowledgebase, or layer over `over`, to another, in sentences or as JSON. */
export async function diffKnowledgebases(
  from: string,
  to: string,
  options: { format: "text" | "json"; over: readonly string[] },
  terminal: Terminal,
): Promise<void> {
  const before = await openOver(from, options.over);
  const after = await openOver(to, options.over);
  const diff = compareKnowledgebases(before, after);
  const text =
    options.format === "json"
      ? `${JSON.stringify(toJson(diff, before, after), null, 2)}\n`
      : formatText(diff, { before, after }, await makePaint(terminal));
  await writeToStream(terminal.stdout, text);
}

function formatText(
  { added, revised, removed, entities, step, version }: KnowledgebaseDiff,
  { before, after }: { before: Knowledgebase; after: Knowledgebase },
  paint: ChalkInstance,
): string {
  const line = ({ id }: AnyStatement, statement: AnyStatement) =>
    `${visible(id)}  ${visible(describeStatement(statement))}`;
  const sections = [
    section(
      "Added",
      added.map((each) => [paint.green(`+ ${line(each, each)}`)]),
      paint,
    ),
    section(
      "Revised",
      revised.map(({ after: each, revisions }) => [
        paint.yellow(`~ ${line(each, each)}`),
        ...revisions.map(({ text }) => `    ${visible(text)}`),
      ]),
      paint,
    ),
    section(
      "Removed",
      removed.map((each) => [paint.red(`- ${line(each, each)}`)]),
      paint,
    ),
    section(
      "Genes, therapies and diseases",
      entities.map((each) => [entityLine(each)]),
      paint,
    ),
  ].filter((part) => part !== "");
  const head = `${nameOf(before)} to ${nameOf(after)}`;
  const verdict =
    step === "none"
      ? "Both say the same."
      : `This is a ${paint.bold(step)} step: ${summary({ added, revised, removed, entities })}.`;
  const gap = sections.length === 0 ? [] : [""];
  return `${[paint.bold(head), ...sections, ...gap, verdict, version.text].join("\n")}\n`;
}

function section(
  title: string,
  entries: readonly (readonly string[])[],
  paint: ChalkInstance,
): string {
  if (entries.length === 0) return "";
  const lines = entries.flat().map((line) => `  ${line}\n`);
  return `\n${paint.bold(`${title} (${entries.length})`)}\n${lines.join("")}`.trimEnd();
}

const marks = { added: "+", revised: "~", removed: "-" };

function entityLine({ kind, id, name, change, fields }: EntityChange): string {
  const what = fields.length === 0 ? change : `${change}: ${fields.join(", ")}`;
  return `${marks[change]} ${kind} ${visible(id === name ? id : `${id} (${name})`)} ${what}`;
}

function summary({
  added,
  revised,
  removed,
  entities,
}: Pick<KnowledgebaseDiff, "added" | "revised" | "removed" | "entities">): string {
  const count = (list: readonly unknown[], one: string, many: string, word: string) =>
    list.length === 0 ? [] : [`${list.length} ${list.length === 1 ? one : many} ${word}`];
  return [
    ...count(removed, "statement", "statements", "removed"),
    ...count(revised, "statement", "statements", "revised"),
    ...count(added, "statement", "statements", "added"),
    ...count(entities, "entry", "entries", "of genes, therapies and diseases changed"),
  ].join(", ");
}

function nameOf({ version, sha256 }: Knowledgebase): string {
  return `${version} (sha256 ${sha256.slice(0, 12)})`;
}

function toJson(diff: KnowledgebaseDiff, before: Knowledgebase, after: Knowledgebase): unknown {
  const named = (statement: AnyStatement) => ({
    id: statement.id,
    text: describeStatement(statement),
  });
  return {
    from: { version: before.version, sha256: before.sha256 },
    to: { version: after.version, sha256: after.sha256 },
    step: diff.step,
    version: diff.version,
    added: diff.added.map(named),
    revised: diff.revised.map(({ after: statement, revisions }) => ({
      ...named(statement),
      revisions,
    })),
    removed: diff.removed.map(named),
    entities: diff.entities,
  };
}
