import * as z from "zod";
import { fileKinds } from "./file-kinds.ts";

/**
 * JSON Schemas (draft 2020-12) of the files of a folder, by path below it: what `$schema` of each file leads to, so that an
 * editor completes and marks while a curator writes.
 */
export function fileJsonSchemas(): ReadonlyMap<string, unknown> {
  return new Map(
    fileKinds.map(({ id, schema }) => [
      schemaPath(id),
      z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" }),
    ]),
  );
}

/** `schemas/statements.schema.json`, relative to the folder. */
export function schemaPath(kind: string): string {
  return `schemas/${kind}.schema.json`;
}

/** What the file at a path of the folder states as its `$schema`, or undefined for a file that has no schema. */
export function schemaReference(path: string): string | undefined {
  const kind = fileKinds.find((each) =>
    each.path.includes("*") ? path.startsWith("statements/") : each.path === path,
  );
  if (kind === undefined) return undefined;
  return `${"../".repeat(path.split("/").length - 1)}${schemaPath(kind.id)}`;
}
