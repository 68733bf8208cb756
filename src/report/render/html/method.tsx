import type { Report } from "../../../model/report.ts";
import { FactList } from "./fact-list.tsx";

/** The rules by which the report was made. */
export function Method({ method }: { method: Report["method"] }) {
  return (
    <section id="method" aria-labelledby="method-title">
      <h2 id="method-title">How this was made</h2>
      <FactList facts={method.map(({ name, text }) => ({ term: name, value: text }))} />
    </section>
  );
}
