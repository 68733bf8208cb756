import type { Report } from "../../../model/report.ts";
import { firstOf, viewByAlteration } from "../view-by-alteration.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { TierBadge } from "./tier-badge.tsx";

const columns: readonly Column[] = [
  { head: "Alteration", isRowHead: true },
  { head: "Best tier" },
  { head: "Therapies by rank" },
  { head: "Spoken against" },
];

/** The ranking by alteration; nothing where it would repeat the ranking by therapy. */
export function AlterationTable({ report }: { report: Report }) {
  const views = viewByAlteration(report);
  if (views.length === 0) return null;
  return (
    <section id="by-alteration" aria-labelledby="by-alteration-title">
      <h2 id="by-alteration-title">Targets by alteration</h2>
      <DataTable
        caption="The same ranking, alterations by their best-ranked therapy"
        columns={columns}
        rows={views.map(({ finding, targets, against }) => ({
          key: finding.observation,
          cells: [
            finding.label,
            <TierBadge amp={finding.amp} />,
            firstOf(targets.map(({ rank, therapy }) => `${rank} ${therapy.label}`)),
            firstOf(against.map(({ therapy }) => therapy.label)),
          ],
        }))}
      />
    </section>
  );
}
