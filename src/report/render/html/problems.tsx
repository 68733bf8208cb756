import type { Problem } from "../../../model/problem.ts";
import { describePlace } from "../describe-place.ts";
import { grouped } from "../format-number.ts";
import { type Column, DataTable } from "./data-table.tsx";

const columns: readonly Column[] = [
  { head: "Problem", isRowHead: true },
  { head: "Severity", short: true },
  { head: "First at" },
  { head: "Times", numeric: true },
  { head: "What to do" },
];

/** What went wrong, or nearly, while the input was read. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <section id="problems" aria-labelledby="problems-title">
      <h2 id="problems-title">Problems</h2>
      {problems.length === 0 ? (
        <p>None.</p>
      ) : (
        <DataTable
          caption="Met while reading the input; repeats are counted"
          columns={columns}
          rows={problems.map((problem) => ({
            key: `${problem.code} ${describePlace(problem.where)}`,
            cells: [
              <>
                {problem.message}
                <small class="code">{problem.code}</small>
              </>,
              <span class={problem.severity === "error" ? "against" : undefined}>
                {problem.severity}
              </span>,
              describePlace(problem.where),
              grouped(problem.count),
              problem.hint ?? "",
            ],
          }))}
        />
      )}
    </section>
  );
}
