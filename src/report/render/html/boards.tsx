import { clinicalBoard, molecularBoard } from "../board-forms.ts";
import type { FrontTarget } from "../front/front-page.ts";
import { type Column, DataTable } from "./data-table.tsx";

const columns: readonly Column[] = [
  { head: "Rank", numeric: true },
  { head: "Therapy", isRowHead: true },
  { head: "Finding" },
  ...molecularBoard.columns.map((head) => ({ head })),
];

/** The two forms, on paper one sheet: blank lines to be written on and signed. */
export function Boards({ targets }: { targets: readonly FrontTarget[] }) {
  return (
    <div class="boards">
      <section id={molecularBoard.id} aria-labelledby={`${molecularBoard.id}-title`}>
        <h2 id={`${molecularBoard.id}-title`}>{molecularBoard.title}</h2>
        <p>{molecularBoard.lead}</p>
        {targets.length > 0 && (
          <DataTable
            caption="Recommendation for each target of the front page"
            columns={columns}
            rows={targets.map(({ target, therapy, finding }) => ({
              key: target.id,
              cells: [target.rank, therapy, finding, "", "", ""],
            }))}
          />
        )}
        <BlankLines lines={molecularBoard.lines} />
      </section>
      <section id={clinicalBoard.id} aria-labelledby={`${clinicalBoard.id}-title`}>
        <h2 id={`${clinicalBoard.id}-title`}>{clinicalBoard.title}</h2>
        <p>{clinicalBoard.lead}</p>
        <BlankLines lines={clinicalBoard.lines} />
      </section>
    </div>
  );
}

function BlankLines({ lines }: { lines: readonly string[] }) {
  return (
    <dl class="blanks">
      {lines.map((line) => (
        <div key={line}>
          <dt>{line}</dt>
          <dd>
            <span class="unseen">blank</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
