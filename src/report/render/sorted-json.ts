import { escapeUnseenInJson } from "./visible-text.ts";

/** A document as JSON: keys sorted at every level, two spaces, pure of characters that cannot be seen. Ends with a line feed. */
export function toSortedJson(document: object): string {
  return `${escapeUnseenInJson(JSON.stringify(sortKeys(document), null, 2))}\n`;
}

/** Integer-like keys come first in any object; the rest stand in order of code units. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const sorted: Record<string, unknown> = Object.create(null);
  const given: Record<string, unknown> = { ...value };
  // Without a function to compare by, text is put in order of its code units.
  for (const key of Object.keys(given).sort()) sorted[key] = sortKeys(given[key]);
  return sorted;
}
