import type { ComponentChildren } from "preact";

export interface Fact {
  readonly term: string;
  readonly value: ComponentChildren;
}

/** Terms and what is said of them, in two columns. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
