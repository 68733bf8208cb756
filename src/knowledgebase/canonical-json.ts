import { compareText } from "../model/order.ts";

/**
 * JSON of plain data without blanks and with keys in code-unit order, so that equal content is equal text. Keys whose value is
 * undefined are left out. ASCII only: a text of one-byte characters is decoded and parsed a third faster.
 */
export function canonicalJson(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => compareText(a, b)))
      : part,
  );
  return text.replaceAll(/[^\0-~]/g, escape);
}

function escape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
