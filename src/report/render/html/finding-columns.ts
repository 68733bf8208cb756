import type { Column } from "./data-table.tsx";

/**
 * Columns of the table of findings, which the style sheet asks for the labels of narrow screens, and for the widths elsewhere: the id
 * of a statement fits a line on A4, for one that is broken reads as another one.
 */
export const findingColumns: readonly Column[] = [
  { head: "Finding", isRowHead: true, width: "16%" },
  { head: "Tier", width: "16%" },
  { head: "Consequence", width: "16%" },
  { head: "Support", width: "11%" },
  { head: "Statements met", width: "16%" },
  { head: "Caveats", width: "13%" },
  { head: "Read at", width: "12%" },
];
