import { compareText } from "../../model/order.ts";
import type { Renderer } from "./renderer.ts";
import { escapeUnseenInJson } from "./visible-text.ts";

/** The report itself: keys sorted at every level, two spaces, pure of characters that cannot be seen. */
export const json: Renderer = {
  id: "json",
  title: "JSON, for programs; see metaction schema report",
  extension: ".json",
  mediaType: "application/json",
  render: (report) => `${escapeUnseenInJson(JSON.stringify(sortKeys(report), null, 2))}\n`,
};

/** Integer-like keys come first in any object; the rest stand in order of code units. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
