import type { NotAssessed as Gap } from "../../../model/report.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { grouped } from "../format-number.ts";
import { WordList } from "./word-list.tsx";

const columns: readonly Column[] = [
  { head: "What", isRowHead: true },
  { head: "Why not" },
  { head: "What would settle it" },
  { head: "Statements", numeric: true },
  { head: "Genes" },
];

/** What the input left open. Not tested is never negative. */
export function NotAssessed({ gaps }: { gaps: readonly Gap[] }) {
  return (
    <section id="not-assessed" aria-labelledby="not-assessed-title">
      <h2 id="not-assessed-title">What was not assessed</h2>
      {gaps.length === 0 ? (
        <p>Nothing: the input decided every statement that could apply.</p>
      ) : (
        <DataTable
          caption="Not tested is not negative: a target may be hidden here."
          columns={columns}
          rows={gaps.map((gap) => ({
            key: gap.code + gap.what,
            cells: [
              gap.what,
              gap.reason,
              gap.settledBy,
              grouped(gap.statements),
              gap.genes.length === 0 ? "any" : <WordList words={gap.genes} noun="genes" />,
            ],
          }))}
        />
      )}
    </section>
  );
}
