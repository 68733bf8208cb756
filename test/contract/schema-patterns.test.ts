import { expect, test } from "vitest";
import { fileJsonSchemas } from "../../src/knowledgebase/folder/file-json-schemas.ts";
import { knowledgebaseJsonSchema } from "../../src/knowledgebase/schema/knowledgebase-json-schema.ts";
import { batchJsonSchema } from "../../src/report/batch-json-schema.ts";
import { caseJsonSchema } from "../../src/report/case-json-schema.ts";
import { reportJsonSchema } from "../../src/report/report-json-schema.ts";
import { responseJsonSchema } from "../../src/responses/response-json-schema.ts";

/** Every value of a key "pattern" that is text, however deep. */
function patternsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "pattern" in value && typeof value.pattern === "string" ? [value.pattern] : [];
  return [...own, ...Object.values(value).flatMap(patternsOf)];
}

/** Classes and code points by ECMA's u flag, which validators in other languages (Python's jsonschema) refuse to compile. */
const ecmaOnly = /\\p\{|\\P\{|\\u\{/;

test("published schemas have patterns that validators of every language read", () => {
  const schemas = [
    reportJsonSchema(),
    caseJsonSchema(),
    knowledgebaseJsonSchema(),
    batchJsonSchema(),
    responseJsonSchema(),
    ...fileJsonSchemas().values(),
  ];
  const patterns = schemas.flatMap(patternsOf);
  expect(patterns.length).toBeGreaterThan(50);
  expect(patterns.filter((pattern) => ecmaOnly.test(pattern))).toEqual([]);
});
