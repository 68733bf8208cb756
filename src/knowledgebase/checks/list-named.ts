import type { JsonPath } from "../folder/strict-json.ts";

/** The ids in every list of this name in a statement, those of its approvals and of its successor included. */
export function listNamed(
  value: unknown,
  list: "drugs" | "documents",
  path: JsonPath,
): { id: string; path: JsonPath }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== list || !Array.isArray(part)) return listNamed(part, list, place);
    return part.map((id, index) => ({ id: String(id), path: [...place, index] }));
  });
}
