import type * as z from "zod";
import type { SourceFile } from "./knowledgebase-folder.ts";
import type { JsonPath, ParsedJson } from "./strict-json.ts";

/**
 * A file with faulty entries of its lists left out, so that the others are held to the rest of the knowledgebase in the same
 * run; null when the fault is not in an entry. Places are those of the whole file. A statement about a variant that is
 * left out is left out as well.
 */
export function keepSoundEntries<T>(
  parsed: ParsedJson,
  schema: z.ZodType<T>,
): SourceFile<T> | null {
  const issues = schema.safeParse(parsed.data).error?.issues ?? [];
  const { data } = parsed;
  if (typeof data !== "object" || data === null) return null;
  const faulty = new Map<string, Set<number>>();
  for (const { path } of issues) {
    const [list, index] = path;
    if (typeof list !== "string" || typeof index !== "number") return null;
    faulty.set(list, (faulty.get(list) ?? new Set()).add(index));
  }
  const leftOut = new Set(
    [...(faulty.get("variants") ?? [])].map((index) => textAt(data, ["variants", index, "id"])),
  );
  const kept = new Map<string, number[]>();
  const sound = Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (!Array.isArray(value)) return [key, value];
      const indices = [...value.keys()].filter(
        (index) =>
          faulty.get(key)?.has(index) !== true &&
          !(key === "statements" && leftOut.has(textAt(data, [key, index, "variant"]))),
      );
      kept.set(key, indices);
      return [key, indices.map((index): unknown => value[index])];
    }),
  );
  const result = schema.safeParse(sound);
  if (!result.success) return null;
  const whole = ([list, index, ...rest]: JsonPath): JsonPath => {
    if (list === undefined) return [];
    if (typeof index !== "number") return index === undefined ? [list] : [list, index, ...rest];
    return [list, kept.get(String(list))?.[index] ?? index, ...rest];
  };
  return {
    name: parsed.file,
    data: result.data,
    whole: data,
    where: (path, at) => parsed.where(whole(path), at),
  };
}

/** The text at a path; an empty one where there is none, which no id is. */
function textAt(data: unknown, path: JsonPath): string {
  let value = data;
  for (const part of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
  }
  return typeof value === "string" ? value : "";
}
