import type { ChalkInstance } from "chalk";
import { type AnyStatement, effectOf, subjectOf } from "../../knowledgebase/describe-statement.ts";
import { formatTable } from "../format-table.ts";

/** A statement with what its row says besides. */
export interface StatementRow {
  readonly statement: AnyStatement;
  /** How exactly it matches, how its tumor relates; empty for a column that is not asked for. */
  readonly match: string;
  readonly relation: string;
}

/** Statements one per line: level, effect, tumor, alteration, source. Columns without any cell are left out. */
export function formatStatements(rows: readonly StatementRow[], paint: ChalkInstance): string {
  const hasMatch = rows.some(({ match }) => match !== "");
  const hasRelation = rows.some(({ relation }) => relation !== "");
  const columns = [
    "level",
    ...(hasRelation ? ["this tumor"] : []),
    "effect",
    "tumor",
    "alteration",
    ...(hasMatch ? ["match"] : []),
    "date",
    "source",
  ].map((title) => ({ title }));
  const cells = rows.map(({ statement, match, relation }) => [
    statement.evidenceLevel,
    ...(hasRelation ? [relation] : []),
    effectOf(statement),
    statement.disease.name,
    subjectOf(statement),
    ...(hasMatch ? [match] : []),
    statement.source.date,
    [
      `${statement.source.name} ${statement.source.record}`,
      ...statement.documents.map(({ label }) => label),
    ].join(", "),
  ]);
  return formatTable(columns, cells, paint, (cell, at) =>
    at === 0 ? paintLevel(cell, paint) : cell,
  );
}

function paintLevel(cell: string, paint: ChalkInstance): string {
  const level = cell.trim();
  if (level === "A") return paint.green(cell);
  return level === "B" ? paint.cyan(cell) : paint.dim(cell);
}

/** What a statement's row is for programs. */
export function statementJson({ statement, match, relation }: StatementRow): unknown {
  const { variant, ...facts } = statement;
  return {
    ...facts,
    variant: { id: variant.id, label: variant.label },
    ...(match === "" ? {} : { match }),
    ...(relation === "" ? {} : { relation }),
  };
}
