import { escapeUnseenInJson } from "./visible-text.ts";

/** A document as JSON: keys sorted at every level, two spaces, pure of characters that cannot be seen. Ends with a line feed. */
export function toSortedJson(document: object): string {
  return `${escapeUnseenInJson(JSON.stringify(sortKeys(document), null, 2))}\n`;
}

/** Integer-like keys come first in any object; the rest stand in order of code units. */
function sortKeys(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(sortKeys);
  // A plain object, because V8 makes and writes one without a prototype in twice the time.
  const sorted: Record<string, unknown> = {};
  // Without a function to compare by, text is put in order of its code units.
  for (const key of Object.keys(value).sort()) addOwn(sorted, key, sortKeys(value[key]));
  return sorted;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Sets a key of the object itself, whatever its prototype makes of the name. */
function addOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true });
}
