import { showUnseen } from "./visible-text.ts";

/** Nothing in it is unseen, and no spreadsheet takes it as a formula: nearly every cell of a long table. */
const plainCell = /^(?![=+\-@])[ -~]*$/;

/**
 * One cell of a TSV. Text that a spreadsheet would take as a formula gets an apostrophe (CWE-1236), and what cannot be seen or
 * steers a terminal is made visible; numbers stay numbers.
 */
export function escapeCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  if (plainCell.test(cell)) return cell;
  const text = showUnseen(cell).replaceAll("\n", "\\n");
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
