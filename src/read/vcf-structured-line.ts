/**
 * Reads `<ID=x,Number=1,Description="a, \"b\"">` of a header line, in one pass. Null when it is not closed or
 * holds an item without `=`. Of a repeated key the first stands.
 */
export function parseStructuredLine(text: string): ReadonlyMap<string, string> | null {
  if (!text.startsWith("<") || !text.endsWith(">")) return null;
  const items = splitItems(text.slice(1, -1));
  if (items === null) return null;
  const values = new Map<string, string>();
  for (const item of items) {
    const equals = item.indexOf("=");
    if (equals < 1) return null;
    const key = item.slice(0, equals).trim();
    if (!values.has(key)) values.set(key, unquote(item.slice(equals + 1).trim()));
  }
  return values;
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
