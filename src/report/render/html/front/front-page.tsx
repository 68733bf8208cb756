import type { ComponentChildren } from "preact";
import type { FrontPage as Content } from "../../front/front-page.ts";
import type { Fact } from "../../front/specimen-facts.ts";
import { StripPlot } from "../strip-plot.tsx";
import { FrontTable } from "./front-table.tsx";

interface FrontPageProps {
  readonly content: Content;
  /** How the case stands, in one sentence. */
  readonly summary: string;
  /** In place of the table when there is no target. */
  readonly children?: ComponentChildren;
}

/** What two boards decide on: on paper the first sheet of A4, and nothing else on it. */
export function FrontPage({ content, summary, children }: FrontPageProps) {
  const { specimen, assay, targets, more, notes, strip } = content;
  return (
    <section class="front" id="front" aria-labelledby="front-title">
      <h2 id="front-title">Front page</h2>
      <div class="halves">
        <Facts title="Specimen and knowledge" facts={specimen} />
        <Facts title="Assay and quality" facts={assay} />
      </div>
      <p class="lead">{summary}</p>
      {targets.length > 0 ? <FrontTable targets={targets} /> : children}
      {more !== null && (
        <p class="more">
          <a href="#targets">{more}</a>
        </p>
      )}
      <div class={strip === null ? "notes" : "notes beside"}>
        <dl>
          {notes.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {strip !== null && <StripPlot strip={strip} anchor="front-strip" />}
      </div>
    </section>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl class="brief">
        {facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
