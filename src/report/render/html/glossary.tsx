import type { Report } from "../../../model/report.ts";
import { glossaryOf } from "../glossary.ts";

/** What the words and abbreviations of the page mean. */
export function Glossary({ report }: { report: Report }) {
  return (
    <dl class="glossary" aria-label="Words and abbreviations">
      {glossaryOf(report).map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
