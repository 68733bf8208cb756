/**
 * Reads `<ID=x,Number=1,Description="a, \"b\"">` of a header line, in one pass. Null when it is not closed or
 * holds an item without `=`. Of a repeated key the first stands.
 */
export function parseStructuredLine(text: string): ReadonlyMap<string, string> | null {
  const items = splitStructuredLine(text);
  if (items === null) return null;
  const values = new Map<string, string>();
  for (const { key, raw } of items) if (!values.has(key)) values.set(key, unquote(raw));
  return values;
}

/** The same line as its items in their order, each value as it is written; null under the same conditions. */
export function splitStructuredLine(
  text: string,
): readonly { readonly key: string; readonly raw: string }[] | null {
  if (!text.startsWith("<") || !text.endsWith(">")) return null;
  const items = splitItems(text.slice(1, -1));
  if (items === null || items.some((item) => item.indexOf("=") < 1)) return null;
  return items.map((item) => {
    const equals = item.indexOf("=");
    return { key: item.slice(0, equals).trim(), raw: item.slice(equals + 1).trim() };
  });
}

/** Splits at commas outside quotes and brackets, which count only as the first character of a value; null when a quote is not closed. */
function splitItems(text: string): string[] | null {
  const items: string[] = [];
  let start = 0;
  let closing: string | null = null;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (closing === '"' && character === "\\") index += 1;
    else if (character === closing) closing = null;
    else if (closing !== null) continue;
    else if (character === '"' && text[index - 1] === "=") closing = '"';
    else if (character === "[" && text[index - 1] === "=") closing = "]";
    else if (character === ",") {
      items.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (start < text.length) items.push(text.slice(start));
  return closing === null ? items : null;
}

function unquote(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  return text.slice(1, -1).replace(/\\(["\\])/g, "$1");
}
