/** Markdown blocks from inline Markdown that is escaped already. Every block ends without a line feed. */

/** A heading; levels 1 to 4. */
export function heading(level: 1 | 2 | 3 | 4, text: string): string {
  return `${"#".repeat(level)} ${text}`;
}

/** One line per item. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Columns up to this width are padded, so that the raw text reads as a table; a longer cell sticks out alone. */
const paddedWidth = 60;

/** A table with a head; cells must hold no line feed and no bare pipe. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    rows.reduce(
      (widest, row) => Math.max(widest, Math.min(paddedWidth, width(row[column] ?? ""))),
      Math.max(3, width(title)),
    ),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((wanted, column) => pad(cells[column] ?? "", wanted)).join(" | ")} |`;
  const rule = `| ${widths.map((wanted) => "-".repeat(wanted)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Blocks with a blank line between them; empty ones fall out. */
export function join(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== "").join("\n\n");
}

function pad(text: string, wanted: number): string {
  return text + " ".repeat(Math.max(0, wanted - width(text)));
}

/** In code units; the padding is for the eye and need not be exact. */
function width(text: string): number {
  return text.length;
}
