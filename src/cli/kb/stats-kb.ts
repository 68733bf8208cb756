import { writeToStream } from "../../io/write-output.ts";
import { type AnyStatement, typeOf } from "../../knowledgebase/statements/describe-statement.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { compareText } from "../../model/order.ts";
import { formatTable } from "../format-table.ts";
import { openKnowledgebase } from "../knowledge/open-knowledgebase.ts";
import type { Grouping } from "./groupings.ts";
import { groupings } from "./groupings.ts";
import { lineWidth, makePaint, type Terminal } from "../terminal.ts";

export interface StatsOptions {
  readonly kb: readonly string[];
  readonly by?: Grouping;
  readonly top: number;
  readonly format: "text" | "json";
}

interface Group {
  readonly name: string;
  readonly count: number;
  /** Of the newest fact among them. */
  readonly newest: string;
}

/** Counts the statements by one property, or by each. The age of a statement is the day when its source reviewed it. */
export async function printStats(options: StatsOptions, terminal: Terminal): Promise<void> {
  const knowledgebase = await openKnowledgebase(options.kb);
  const { statements, otherStatements, version, date } = knowledgebase;
  const all: AnyStatement[] = [...statements, ...otherStatements];
  const asked = options.by === undefined ? groupings : [options.by];
  const groups = asked.map((by) => ({ by, groups: groupBy(all, by) }));
  if (options.format === "json") {
    const document = {
      version,
      date,
      statements: all.length,
      by: Object.fromEntries(groups.map(({ by, groups: list }) => [by, list])),
    };
    await writeToStream(terminal.stdout, `${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const paint = await makePaint(terminal);
  const tables = groups.map(({ by, groups: list }) => {
    const shown = list.slice(0, options.top);
    const rest = list.length - shown.length;
    const table = formatTable(
      [{ title: by }, { title: "statements", align: "right" }, { title: "newest", keep: 10 }],
      shown.map(({ name, count, newest }) => [name, String(count), newest]),
      { paint, width: lineWidth(terminal) },
    );
    return `\n${table}${rest > 0 ? paint.dim(`and ${rest} more\n`) : ""}`;
  });
  await writeToStream(
    terminal.stdout,
    `${describe(knowledgebase, all.length)}\n${tables.join("")}`,
  );
}

function describe(
  { version, date, genes, therapies, diseases }: Knowledgebase,
  count: number,
): string {
  return `version ${version} of ${date}: ${count} statements, ${genes.size} genes, ${therapies.size} therapies, ${diseases.nodes.size} diseases`;
}

/** Largest first; levels, types and years in their own order. */
function groupBy(statements: readonly AnyStatement[], by: Grouping): Group[] {
  const groups = new Map<string, { count: number; newest: string }>();
  for (const statement of statements) {
    for (const name of keysOf(statement, by)) {
      const known = groups.get(name) ?? { count: 0, newest: "" };
      const { date } = statement.source;
      groups.set(name, {
        count: known.count + 1,
        newest: date > known.newest ? date : known.newest,
      });
    }
  }
  const list = [...groups].map(([name, group]) => ({ name, ...group }));
  const byName = by === "level" || by === "year";
  return list.toSorted((a, b) => (byName ? 0 : b.count - a.count) || compareText(a.name, b.name));
}

function keysOf(statement: AnyStatement, by: Grouping): readonly string[] {
  switch (by) {
    case "type":
      return [typeOf(statement)];
    case "gene":
      return [statement.gene];
    case "level":
      return [statement.evidenceLevel];
    case "disease":
      return [statement.disease.name];
    case "source":
      return [statement.source.name];
    case "year":
      return [statement.source.date.slice(0, 4)];
    case "therapy":
      return "therapy" in statement ? statement.therapy.drugs.map(({ name }) => name) : [];
  }
}
