/** One file alone: what can be said of it without its neighbors. */
import type { Problem } from "../../model/problem.ts";
import { makeProblem } from "../../model/problem.ts";
import { fileKinds } from "./file-kinds.ts";
import { checkShape } from "./schema-problems.ts";
import type { JsonPath, ParsedJson } from "./strict-json.ts";
import { parseStrictJson } from "./strict-json.ts";

/**
 * Every problem of one source file: its JSON, its addresses, its shape. References are not resolved. `file` is the
 * name that problems print. Never throws on any bytes.
 */
export function checkFile(bytes: Uint8Array, file: string): Problem[] {
  const parsed = parseStrictJson(bytes, file);
  if (parsed.problems.length > 0) return [...parsed.problems];
  const addresses = findAddresses(parsed, parsed.data, []);
  const told = new Set(addresses.map(({ where }) => where?.pointer));
  const shape = checkKind(parsed).filter(({ where }) => !told.has(where?.pointer));
  return [...addresses, ...shape];
}

function checkKind(parsed: ParsedJson): Problem[] {
  const { data } = parsed;
  const kind = fileKinds.find(
    ({ key }) => typeof data === "object" && data !== null && Object.hasOwn(data, key),
  );
  if (kind === undefined) {
    const keys = fileKinds.map(({ key, path }) => `"${key}" (${path})`).join(", ");
    const text = `This is no file of a knowledgebase: it has none of the keys ${keys}.`;
    return [makeProblem("kb-unknown-file", "error", text, { where: parsed.where([]) })];
  }
  const result = checkShape(parsed, kind.schema);
  return "problems" in result ? result.problems : [];
}

/** An address that a page shows must not run anything, whatever kind of file it stands in. */
function findAddresses(parsed: ParsedJson, value: unknown, path: JsonPath): Problem[] {
  if (typeof value !== "object" || value === null) {
    const isAddress = path.at(-1) === "url" && typeof value === "string";
    if (!isAddress || value.startsWith("https://")) return [];
    const text = `The address "${value.slice(0, 80)}" is not allowed: expected https only.`;
    return [makeProblem("kb-address", "error", text, { where: parsed.where(path) })];
  }
  return Object.entries(value).flatMap(([key, part]) =>
    findAddresses(parsed, part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
