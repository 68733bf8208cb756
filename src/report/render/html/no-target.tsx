import type { Report } from "../../../model/report.ts";
import { describeEmptyResult } from "../describe-empty-result.ts";

/** In place of the ranking: what was looked at, what is open, and what the empty result means. */
export function NoTarget({ report }: { report: Report }) {
  const { lead, lookedAt, leftOpen, meaning } = describeEmptyResult(report);
  return (
    <section id="targets" aria-labelledby="targets-title">
      <h2 id="targets-title">No actionable target was found</h2>
      <div class="card">
        <p class="lead">{lead}</p>
        <div class="pair">
          <Sentences title="What was looked at" sentences={lookedAt} />
          <Sentences title="What this means" sentences={meaning} />
        </div>
        {leftOpen.length > 0 && (
          <Sentences title="What is open, and what would settle it" sentences={leftOpen} />
        )}
      </div>
    </section>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
