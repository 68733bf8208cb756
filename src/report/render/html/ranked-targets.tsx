import type { Report } from "../../../model/report.ts";
import { findingsByObservation, findingsOf } from "../describe-support.ts";
import { placeStrips } from "../describe-strip.ts";
import { plural } from "../format-number.ts";
import type { Outline } from "../outline.ts";
import { RankedTable } from "./ranked-table.tsx";
import { FoldedTarget, TargetCard } from "./target-card.tsx";

/** A card for each target of the front page; the rest as a table, and folded. */
export function RankedTargets({ report, outline }: { report: Report; outline: Outline }) {
  const findings = findingsByObservation(report);
  const { leading, remaining } = outline;
  const strips = placeStrips([...leading, ...remaining], report.strips);
  const detailsOf = (target: Report["targets"][number]) => ({
    target,
    findings: findingsOf(target, findings),
    strips: strips.get(target) ?? [],
  });
  return (
    <section id="targets" aria-labelledby="targets-title">
      <h2 id="targets-title">Targets in full</h2>
      {leading.map((target) => (
        <TargetCard key={target.id} {...detailsOf(target)} />
      ))}
      {remaining.length > 0 && (
        <>
          <RankedTable
            caption={`The remaining ${plural(remaining.length, "target")}`}
            targets={remaining}
            findings={findings}
          />
          <p class="paper">
            The evidence for the remaining targets is in the page itself and in the JSON and
            Markdown of this report; it is not printed.
          </p>
          {remaining.map((target) => (
            <FoldedTarget key={target.id} {...detailsOf(target)} />
          ))}
        </>
      )}
    </section>
  );
}
