/** What a schema refuses, in a curator's words: the place, what was found, what is expected, the nearest valid value. */
import * as z from "zod";
import { nearest } from "../../model/nearest.ts";
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import type { JsonPath, ParsedJson } from "./strict-json.ts";

/** Checks parsed JSON against the schema of its file. Strict: a key that the schema does not name is a problem. */
export function checkShape<T>(
  parsed: ParsedJson,
  schema: z.ZodType<T>,
): { data: T } | { problems: Problem[] } {
  const result = schema.safeParse(parsed.data);
  if (result.success) return { data: result.data };
  const described: unknown = z.toJSONSchema(schema, { io: "input" });
  const keysAt = (path: JsonPath) => propertyNames(described, path);
  return { problems: result.error.issues.flatMap((issue) => explain(parsed, issue, keysAt)) };
}

function explain(
  parsed: ParsedJson,
  issue: z.core.$ZodIssue,
  keysAt: (path: JsonPath) => readonly string[],
): Problem[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(path);
    return issue.keys.map((key) =>
      makeProblem("kb-unknown-key", "error", `The key "${key}" is not known here.`, {
        where: parsed.where([...path, key], "key"),
        ...didYouMean(nearest(key, known, 1)),
      }),
    );
  }
  const found = valueAt(parsed.data, path);
  const allowed = allowedValues(issue);
  return [
    makeProblem(
      "kb-schema",
      "error",
      `${nameOf(path)} ${found.text}: ${expectation(issue, allowed)}.`,
      {
        where: parsed.where(path),
        ...(found.isText && allowed.length > 0 ? didYouMean(nearest(found.text, allowed, 1)) : {}),
      },
    ),
  ];
}

/** The closed list of values that the place takes; empty when there is none. */
function allowedValues(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code !== "invalid_union" || !("options" in issue)) return [];
  return Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function expectation(issue: z.core.$ZodIssue, allowed: readonly string[]): string {
  if (allowed.length > 0) return `expected ${joinChoices(allowed)}`;
  if (issue.code === "invalid_type") return `expected ${issue.expected}`;
  return issue.message.slice(0, 1).toLowerCase() + issue.message.slice(1);
}

function joinChoices(choices: readonly string[]): string {
  return [choices.slice(0, -1).join(", "), ...choices.slice(-1)].filter(Boolean).join(" or ");
}

function didYouMean(near: readonly string[]): { hint?: string } {
  return near[0] === undefined ? {} : { hint: `Did you mean "${near[0]}"?` };
}

/** The last named part of a path, as a curator calls it: `evidenceLevel`, `drugs[1]`. */
function nameOf(path: JsonPath): string {
  const last = path.findLastIndex((part) => typeof part === "string");
  if (last === -1) return "the file";
  return path
    .slice(last + 1)
    .reduce((name: string, index) => `${name}[${index}]`, String(path[last]));
}

function valueAt(data: unknown, path: JsonPath): { text: string; isText: boolean } {
  let value = data;
  for (const part of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
  }
  if (value === undefined) return { text: "is missing", isText: false };
  if (Array.isArray(value)) return { text: "is a list", isText: false };
  if (typeof value === "object" && value !== null) return { text: "is an object", isText: false };
  return { text: JSON.stringify(value).slice(0, 80), isText: typeof value === "string" };
}

/** The property names that a JSON Schema has at a place; of alternatives those of each. */
function propertyNames(schema: unknown, path: JsonPath): string[] {
  let level = alternatives(schema, schema);
  for (const part of path) {
    level = level
      .map((each) => (typeof part === "number" ? property(each, "items") : propertyOf(each, part)))
      .flatMap((each) => alternatives(each, schema));
  }
  return level.flatMap((each) => Object.keys(property(each, "properties") ?? {}));
}

/** A schema without its references and unions; recursion stops at what a reference leads to. */
function alternatives(schema: unknown, root: unknown): unknown[] {
  const reference = property(schema, "$ref");
  if (typeof reference === "string") {
    const target = reference
      .split("/")
      .slice(1)
      .reduce((value: unknown, key) => property(value, key), root);
    return alternatives(target, root);
  }
  const unions = ["anyOf", "oneOf", "allOf"].flatMap((key) => property(schema, key) ?? []);
  return [schema, ...unions.flatMap((each) => alternatives(each, root))];
}

function propertyOf(schema: unknown, key: string): unknown {
  return property(property(schema, "properties"), key);
}

function property(value: unknown, key: string): object | string | undefined {
  const found: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return (typeof found === "object" && found !== null) || typeof found === "string"
    ? found
    : undefined;
}
