import type { BlockedTherapy } from "../../../model/report.ts";
import { describeAlterations } from "../describe-evidence.ts";
import { EvidenceBalance } from "./evidence-balance.tsx";
import { EvidenceTable } from "./evidence-table.tsx";

interface BlockedTherapiesProps {
  /** Anchor of the section. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly entries: readonly BlockedTherapy[];
  /** Do not use, in this tumor: set off from everything else on the page. */
  readonly isFirm: boolean;
}

/** Therapies that the evidence speaks against. */
export function BlockedTherapies({ id, title, lead, entries, isFirm }: BlockedTherapiesProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p>{lead}</p>
      {entries.map((entry) => (
        <article key={entry.id} class={isFirm ? "card firm" : "card"}>
          <h3>
            {entry.therapy.label}{" "}
            {entry.alterations.length > 0 && (
              <span class="for">with {describeAlterations(entry.alterations)}</span>
            )}
          </h3>
          <p>{entry.reason.text}</p>
          <EvidenceBalance balance={entry.balance} />
          <EvidenceTable about={entry.therapy.label} evidence={entry.evidence} first="against" />
        </article>
      ))}
    </section>
  );
}
