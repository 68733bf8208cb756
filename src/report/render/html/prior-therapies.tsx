import type { PriorTherapy } from "../../../model/prior-therapy.ts";
import { describePrior, priorColumns } from "../describe-prior.ts";
import { DataTable } from "./data-table.tsx";

const columns = priorColumns.map((head, at) => ({ head, isRowHead: at === 0, wide: at === 4 }));

/** What was given before, and what it says of its next use; nothing where no history was given. */
export function PriorTherapies({ history }: { history: readonly PriorTherapy[] | undefined }) {
  if (history === undefined || history.length === 0) return null;
  return (
    <section id="prior" aria-labelledby="prior-title">
      <h2 id="prior-title">Therapies given before</h2>
      <DataTable
        caption="The patient's history, as the case states it"
        columns={columns}
        rows={history.map((prior) => ({
          key: `${prior.provenance.file}:${prior.provenance.line}`,
          cells: describePrior(prior),
        }))}
      />
    </section>
  );
}
