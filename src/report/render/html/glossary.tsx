import type { Report } from "../../../model/report.ts";
import { glossaryOf } from "../glossary.ts";

/** What the words and abbreviations of the page mean. */
export function Glossary({ report }: { report: Report }) {
  return (
    <section id="words" aria-labelledby="words-title">
      <h2 id="words-title">Words and abbreviations</h2>
      <dl class="glossary">
        {glossaryOf(report).map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
