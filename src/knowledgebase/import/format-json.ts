/** The one way in which knowledgebase files are written: sorted keys, so that a change of content is the only change of text. */
import { compareText } from "../../model/order.ts";

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/**
 * JSON of plain data with keys sorted by code unit and a line feed at the end. An object or list that fits into `width` columns stays on one
 * line, so that a review shows one fact per line. Keys whose value is undefined are left out.
 */
export function formatJson(value: unknown, width = 100): string {
  return `${format(value, "", width, 0)}\n`;
}

/** `used`: columns taken on this line by the indentation, the key and a following comma. */
function format(value: unknown, indent: string, width: number, used: number): string {
  const flat = formatFlat(value);
  if (flat.length + used <= width || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  const parts = isList(value)
    ? value.map((item) => inner + format(item, inner, width, inner.length + 1))
    : entriesOf(value).map(([key, item]) => {
        const name = `${inner}${JSON.stringify(key)}: `;
        return name + format(item, inner, width, name.length + 1);
      });
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function formatFlat(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(formatFlat).join(", ")}]`;
  const entries = entriesOf(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${formatFlat(item)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => compareText(a, b));
}
