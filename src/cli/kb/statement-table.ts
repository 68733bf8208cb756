import type { ChalkInstance } from "chalk";
import {
  type AnyStatement,
  effectOf,
  subjectOf,
} from "../../knowledgebase/statements/describe-statement.ts";
import { formatTable } from "../format-table.ts";

/** A statement with what its row says besides. */
export interface StatementRow {
  readonly statement: AnyStatement;
  /** How exactly it matches, how its tumor relates; empty for a column that is not asked for. */
  readonly match: string;
  readonly relation: string;
}

/** What says most is shortened last. */
const keeps: Readonly<Record<string, { readonly keep: number }>> = {
  effect: { keep: 44 },
  approved: { keep: 14 },
  // A part of a date is another date.
  date: { keep: 10 },
};

/** Statements one per line: level, effect, tumor, alteration, source. Columns without any cell are left out. */
export function formatStatements(
  rows: readonly StatementRow[],
  paint: ChalkInstance,
  width: number | null,
): string {
  const hasMatch = rows.some(({ match }) => match !== "");
  const hasRelation = rows.some(({ relation }) => relation !== "");
  const hasApproval = rows.some(({ statement }) => approvalsOf(statement) !== "");
  const columns = [
    "level",
    ...(hasRelation ? ["this tumor"] : []),
    "effect",
    "tumor",
    ...(hasApproval ? ["approved"] : []),
    "alteration",
    ...(hasMatch ? ["match"] : []),
    "date",
    "source",
  ].map((title) => ({ title, ...keeps[title] }));
  const cells = rows.map(({ statement, match, relation }) => [
    statement.evidenceLevel,
    ...(hasRelation ? [relation] : []),
    effectOf(statement),
    statement.disease.name,
    ...(hasApproval ? [approvalsOf(statement)] : []),
    subjectOf(statement),
    ...(hasMatch ? [match] : []),
    statement.source.date,
    [
      `${statement.source.name} ${statement.source.record}`,
      ...statement.documents.map(({ label }) => label),
    ].join(", "),
  ]);
  const paintCell = (cell: string, at: number) => (at === 0 ? paintLevel(cell, paint) : cell);
  return formatTable(columns, cells, { paint, width, paintCell });
}

/** `FDA 2018-06-27, EMA withdrawn`: what each agency decided, and when where that is known. */
function approvalsOf(statement: AnyStatement): string {
  if (!("therapy" in statement)) return "";
  return statement.approvals
    .map(({ agency, status, date }) =>
      [agency, status === "withdrawn" ? status : date].filter(Boolean).join(" "),
    )
    .join(", ");
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
