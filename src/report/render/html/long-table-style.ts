import type { Column } from "./data-table.tsx";
import { findingColumns } from "./finding-columns.ts";

/** Labels of the cells where a narrow screen stacks them. Heads are words of the program, never of a report. */
function labels(name: string, columns: readonly Column[]): string {
  return columns
    .map(
      ({ head }, index) =>
        `  .${name} tbody > tr > :nth-child(${index + 1})::before { content: "${head}: "; }\n`,
    )
    .join("");
}

/** Widths of the columns where they stand beside each other. */
function widths(name: string, columns: readonly Column[]): string {
  return columns
    .map(
      ({ width }, index) =>
        `.${name} thead th:nth-child(${index + 1}) { width: ${width ?? "auto"}; }`,
    )
    .join("\n");
}

/** Long tables, and what the page's script adds to them: a filter, and buttons that sort. */
export const longTableStyle = `
.long { table-layout: fixed; font-size: 0.93rem; }
.long th, .long td { min-width: 0; padding: 0.4rem 0.5rem; }
${widths("findings", findingColumns)}
[hidden] { display: none !important; }
.filter { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; margin: 0.25rem 0; }
.filter input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; padding: 0.2rem 0.5rem; min-width: 16rem; max-width: 100%; }
th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0.15rem 0; text-align: left; cursor: pointer; text-decoration: underline dotted; text-underline-offset: 0.2em; }
th button:focus-visible, .filter input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
th[aria-sort=ascending] button::after { content: " \\2191"; }
th[aria-sort=descending] button::after { content: " \\2193"; }
@media screen and (max-width: 64rem) {
  .long thead { position: static; width: auto; height: auto; clip-path: none; display: block; }
  .long thead tr { display: flex; flex-wrap: wrap; gap: 0 1rem; border: 0; background: none; padding: 0; }
  .long thead th { display: block; border: 0; padding: 0.15rem 0; width: auto !important; }
  .long tbody td, .long tbody th { display: block; padding: 0.15rem 0; }
${labels("findings", findingColumns)}}
`;
