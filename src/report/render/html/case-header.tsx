import type { Report } from "../../../model/report.ts";
import { caseFacts } from "../case-facts.ts";

/** Whose report this is, and how the case stands, in one glance. */
export function CaseHeader({ report, summary }: { report: Report; summary: string }) {
  return (
    <header>
      <p class="notice">{report.notice}</p>
      <div class="head">
        <h1>
          Drug-target report <span class="case-id">{report.case.id}</span>
        </h1>
        <dl class="case">
          {caseFacts(report).map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="lead">{summary}</p>
      </div>
    </header>
  );
}
