import type { Target } from "../../../model/report.ts";
import { type Column, DataTable } from "./data-table.tsx";

const columns: readonly Column[] = [
  { head: "Level here", isRowHead: true, short: true },
  { head: "Supports", short: true },
  { head: "Does not support", short: true },
  { head: "Resists", short: true },
];

/** Statements for and against one therapy, counted by level; nothing where all of them agree. */
export function EvidenceBalance({ balance }: Pick<Target, "balance">) {
  if (balance?.conflict !== true) return null;
  const { levels, score, reason } = balance;
  return (
    <>
      <DataTable
        caption="Statements that conflict, by level in this case"
        columns={columns}
        rows={levels.map(({ level, supports, doesNotSupport, resists }) => ({
          key: level,
          cells: [level, String(supports), String(doesNotSupport), String(resists)],
        }))}
      />
      <p class="quiet">
        {reason.text} Score of source level times stars: {score.supports} for, {score.against}{" "}
        against; the sides are never added up.
      </p>
    </>
  );
}
