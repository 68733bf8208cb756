import type { Column } from "./data-table.tsx";

/** Columns of the table of findings, which the style sheet asks for the labels of narrow screens. */
export const findingColumns: readonly Column[] = [
  { head: "Finding", isRowHead: true },
  { head: "Tier" },
  { head: "Consequence" },
  { head: "Support" },
  { head: "Statements met" },
  { head: "Caveats" },
  { head: "Read at" },
];
