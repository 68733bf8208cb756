/**
 * Columns that text takes on a terminal, and how it is fitted to them. A character of an East Asian script or an emoji takes two,
 * a combining mark or a joiner none (Unicode Standard Annex 11); what is ambiguous there takes one.
 */

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const unseen = /[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]/u;
const plain = /^[\u0020-\u007e]*$/u;

/** Columns of one line. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += widthOf(char);
  return width;
}

/** The line itself, or its beginning with an ellipsis, in at most `limit` columns. */
export function cutToWidth(text: string, limit: number): string {
  if (displayWidth(text) <= limit) return text;
  return `${beginningOf(text, limit - 1)}…`;
}

/** The line with spaces behind it, or before it, up to `width` columns. */
export function padToWidth(text: string, width: number, side: "start" | "end"): string {
  const spaces = " ".repeat(Math.max(0, width - displayWidth(text)));
  return side === "start" ? `${spaces}${text}` : `${text}${spaces}`;
}

/** Lines of at most `width` columns, broken between words, and within one that is longer than a line. */
export function wrapToWidth(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (displayWidth(line) > width) {
      const part = beginningOf(line, width);
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** At least one character, and as many more as `limit` columns hold. */
function beginningOf(text: string, limit: number): string {
  let kept = "";
  let width = 0;
  for (const char of text) {
    width += widthOf(char);
    if (width > limit && kept !== "") break;
    kept += char;
  }
  return kept;
}

function widthOf(char: string): number {
  if (unseen.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}
