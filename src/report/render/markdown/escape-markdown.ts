/**
 * Text as Markdown that shows exactly that text: no link, image, tag, emphasis, list or table cell can come
 * from it. CommonMark lets a backslash take the meaning of any ASCII punctuation away.
 */
export function escapeMarkdown(text: string): string {
  const pieces = text.trim().split(/([\s|`]+)/);
  return guardStart(pieces.map(escapePiece).join("")) || "(empty)";
}

/** A link to an outside source; anything but https stays text. */
export function linkMarkdown(label: string, url: string | null): string {
  if (url === null || !url.startsWith("https://")) return escapeMarkdown(label);
  const target = url.replace(
    /[\t\n\f\r ()<>\\|`"']/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `[${escapeMarkdown(label)}](${target})`;
}

/** GitHub makes links of bare addresses whatever stands before them, but not inside code. */
function escapePiece(piece: string): string {
  if (/[:/]\/|www\.|@/i.test(piece)) return `\`${piece}\``;
  return piece
    .replace(/[\\`*[\]<~$|#]/g, "\\$&")
    .replace(/&(?=[#a-z])/gi, "\\&")
    .replace(/(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\_")
    .replaceAll("\n", "\\u{a}");
}

/** What would begin a list, a quotation or a rule at the start of a line. */
function guardStart(text: string): string {
  return text
    .replace(/^(?:[-+](?=\s|$)|>|[-=]+$)/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
