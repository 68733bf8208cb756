import { writeToStream } from "../../io/write-output.ts";
import {
  type AnyStatement,
  nameTherapy,
} from "../../knowledgebase/statements/describe-statement.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { compareText } from "../../model/order.ts";
import { exitCodes } from "../exit-codes.ts";
import { openKnowledgebase } from "../knowledge/open-knowledgebase.ts";
import { lineWidth, makePaint, type Terminal, visible } from "../terminal.ts";
import { formatStatements, statementJson, type StatementRow } from "./statement-table.ts";

export interface SearchOptions {
  readonly kb: readonly string[];
  readonly format: "text" | "json";
}

/** Prints every statement in which each word of the text stands somewhere. Resolves to 1 when there is none. */
export async function searchStatements(
  words: readonly string[],
  options: SearchOptions,
  terminal: Terminal,
): Promise<number> {
  const knowledgebase = await openKnowledgebase(options.kb);
  const asked = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  const textOf = makeTextOf(knowledgebase);
  const rows = [...knowledgebase.statements, ...knowledgebase.otherStatements]
    .filter((statement) => {
      const text = textOf(statement);
      return asked.every((word) => text.includes(word));
    })
    .toSorted((a, b) => compareText(a.evidenceLevel, b.evidenceLevel) || compareText(a.id, b.id))
    .map((statement): StatementRow => ({ statement, match: "", relation: "" }));
  if (options.format === "json") {
    const document = { asked, statements: rows.map(statementJson) };
    await writeToStream(terminal.stdout, `${JSON.stringify(document, null, 2)}\n`);
  } else {
    const paint = await makePaint(terminal);
    const count = `${rows.length} ${rows.length === 1 ? "statement" : "statements"}`;
    const head = paint.bold(`${visible(asked.join(" "))}: ${count}`);
    await writeToStream(
      terminal.stdout,
      `${head}\n${rows.length === 0 ? "" : formatStatements(rows, paint, lineWidth(terminal))}`,
    );
  }
  return rows.length === 0 ? exitCodes.problems : exitCodes.done;
}

/** What is searched in: names and ids of everything that a statement refers to, synonyms of its drugs and aliases of its gene. */
function makeTextOf({ therapies, genes }: Knowledgebase): (statement: AnyStatement) => string {
  return (statement) => {
    const drugs = "therapy" in statement ? statement.therapy.drugs : [];
    return [
      statement.id,
      statement.gene,
      ...(genes.get(statement.gene)?.aliases ?? []),
      statement.variant.id,
      statement.variant.label,
      statement.predicate,
      statement.direction ?? "",
      statement.disease.name,
      statement.disease.id ?? "",
      ...("therapy" in statement ? [nameTherapy(statement.therapy)] : [statement.type]),
      ...drugs.flatMap(({ id }) => [id, ...(therapies.get(id)?.synonyms ?? [])]),
      ...statement.documents.flatMap(({ id, label }) => [id, label]),
      statement.source.name,
      statement.source.record,
    ]
      .join(" ")
      .toLowerCase();
  };
}
