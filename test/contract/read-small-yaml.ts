type Value = string | number | null | Value[] | { [key: string]: Value };

interface Line {
  readonly indent: number;
  readonly text: string;
}

/**
 * Reads the part of YAML that the validation files of GA4GH use: maps and lists by indent, lists in brackets, quoted and plain
 * values, whole numbers, null.
 */
export function readSmallYaml(text: string): Value {
  const lines = text
    .split("\n")
    .map((line) => (/^\s*#/.test(line) ? "" : line.replace(/\s+#.*$/, "")))
    .filter((line) => line.trim() !== "")
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }));
  return readBlock(lines);
}

function readBlock(lines: readonly Line[]): Value {
  const [first] = lines;
  if (first === undefined) return null;
  const items = splitAt(lines, first.indent);
  if (first.text.startsWith("-")) {
    return items.map(([head, ...rest]) => {
      const inner = head.text.replace(/^-\s*/, "");
      const indent = head.indent + head.text.length - inner.length;
      if (inner === "") return readBlock(rest);
      return isPair(inner) ? readBlock([{ indent, text: inner }, ...rest]) : readScalar(inner);
    });
  }
  return Object.fromEntries(
    items.map(([head, ...rest]) => {
      const [, key = "", value = ""] = /^([^:]+):\s*(.*)$/.exec(head.text) ?? [];
      return [key, value === "" ? readBlock(rest) : readScalar(value)];
    }),
  );
}

function splitAt(lines: readonly Line[], indent: number): [Line, ...Line[]][] {
  const items: [Line, ...Line[]][] = [];
  for (const line of lines) {
    // A list may stand at the indent of its key.
    const last = items.at(-1);
    const startsItem = line.indent === indent && (!line.text.startsWith("-") || isList(lines));
    if (startsItem || last === undefined) items.push([line]);
    else last.push(line);
  }
  return items;
}

function isList([first]: readonly Line[]): boolean {
  return first?.text.startsWith("-") === true;
}

function isPair(text: string): boolean {
  return /^[A-Za-z_][\w-]*:(?:\s|$)/.test(text);
}

function readScalar(text: string): Value {
  if (text.startsWith("["))
    return text
      .slice(1, -1)
      .split(",")
      .map((part) => readScalar(part.trim()));
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  if (text === "null" || text === "~") return null;
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
