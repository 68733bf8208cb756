/** What a schema refuses, in a curator's words: the place, what was found, what is expected, the nearest valid value. */
import * as z from "zod";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { makeProblem } from "../model/problem.ts";
import type { JsonPath, ParsedJson } from "./strict-json.ts";

/** Checks parsed JSON against the schema of its file. Strict: a key that the schema does not name is a problem. */
export function checkShape<T>(
  parsed: ParsedJson,
  schema: z.ZodType<T>,
): { data: T } | { problems: Problem[] } {
  const result = schema.safeParse(parsed.data);
  if (result.success) return { data: result.data };
  const known = propertyNames(z.toJSONSchema(schema, { io: "input" }));
  return { problems: result.error.issues.flatMap((issue) => explain(parsed, issue, known)) };
}

function explain(
  parsed: ParsedJson,
  issue: z.core.$ZodIssue,
  known: ReadonlySet<string>,
): Problem[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys") {
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

/** Every property name that a JSON Schema mentions, at any depth. */
function propertyNames(schema: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(schema)) for (const part of schema) propertyNames(part, names);
  else if (typeof schema === "object" && schema !== null) {
    for (const [key, part] of Object.entries(schema)) {
      if (key === "properties" && typeof part === "object" && part !== null) {
        for (const name of Object.keys(part)) names.add(name);
      }
      propertyNames(part, names);
    }
  }
  return names;
}
