/**
 * Characters that cannot be seen or that change how their neighbors are shown: control characters, format
 * characters (among them the direction overrides), line and paragraph separators, half surrogate pairs and
 * whatever Unicode tells fonts to ignore. The line feed is the one that stays.
 */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Text in which nothing is unseen, known without asking each character for its properties. */
const plain = /^[\n -~]*$/;

/** Writes every unseen character but the line feed as `\u{202e}`, so that no text of a file can hide or reorder another. */
export function showUnseen(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(unseen, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same characters as JSON escapes (UTF-16 units): the parsed value stays what it was. */
export function escapeUnseenInJson(json: string): string {
  if (plain.test(json)) return json;
  return json.replace(unseen, (char) =>
    char.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
