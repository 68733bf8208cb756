import type { SetAside as Entry } from "../../../model/report.ts";
import { grouped } from "../format-number.ts";
import { type Column, DataTable } from "./data-table.tsx";

const columns: readonly Column[] = [
  { head: "What", isRowHead: true },
  { head: "Count", numeric: true },
  { head: "Why" },
  { head: "Examples" },
];

/** What was seen in the input and not used. */
export function SetAside({ entries }: { entries: readonly Entry[] }) {
  return (
    <section id="set-aside" aria-labelledby="set-aside-title">
      <h2 id="set-aside-title">Set aside</h2>
      {entries.length === 0 ? (
        <p>Nothing was set aside.</p>
      ) : (
        <DataTable
          caption="Seen in the input and not used"
          columns={columns}
          rows={entries.map((entry) => ({
            key: entry.code + entry.what,
            cells: [
              entry.what,
              grouped(entry.count),
              entry.reason,
              <ul class="plain">
                {entry.examples.map(({ label, file, line }) => (
                  <li key={`${file}:${line}:${label}`}>
                    {label}{" "}
                    <span class="quiet">
                      ({file}, line {line})
                    </span>
                  </li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
    </section>
  );
}
