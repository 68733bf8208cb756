import { expect, test } from "vitest";
import { fileJsonSchemas } from "../../../src/knowledgebase/folder/file-json-schemas.ts";
import { knowledgebaseJsonSchema } from "../../../src/knowledgebase/schema/knowledgebase-json-schema.ts";
import { batchJsonSchema } from "../../../src/report/batch-json-schema.ts";
import { caseJsonSchema } from "../../../src/report/case-json-schema.ts";
import { reportJsonSchema } from "../../../src/report/report-json-schema.ts";
import { responseJsonSchema } from "../../../src/responses/response-json-schema.ts";

test("the report's JSON Schema is of draft 2020-12 and names every part of a report", () => {
  const schema = reportJsonSchema();
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "metaction report",
    additionalProperties: false,
    required: expect.arrayContaining(["targets", "blocked", "notAssessed", "inputs", "method"]),
  });
});

test("the case's JSON Schema asks for an id and nothing else", () => {
  expect(caseJsonSchema()).toMatchObject({ title: "metaction case", required: ["id"] });
});

/** Pointers of the properties in a JSON Schema that no description explains. */
function undescribed(schema: unknown, at = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]) => {
    const place = `${at}/${key}`;
    const isProperty = at.endsWith("/properties");
    const bare = isProperty && !(inner as { description?: string }).description;
    return [...(bare ? [place] : []), ...undescribed(inner, place)];
  });
}

test.each([
  ["report", reportJsonSchema()],
  ["case", caseJsonSchema()],
  ["batch", batchJsonSchema()],
  ["response", responseJsonSchema()],
  ["knowledgebase", knowledgebaseJsonSchema()],
  ...fileJsonSchemas(),
])("every property of the JSON Schema %s has a description", (_name, schema) => {
  expect(undescribed({ properties: { planted: { type: "string" } } })).toEqual([
    "/properties/planted",
  ]);
  expect(undescribed(schema)).toEqual([]);
});

test("the JSON Schema of a knowledgebase file knows every kind of file", () => {
  const titles = (schema: unknown) => (schema as { title?: string }).title;
  const { anyOf } = knowledgebaseJsonSchema() as { anyOf: readonly unknown[] };
  expect(anyOf.map(titles)).toEqual([...fileJsonSchemas().values()].map(titles));
});
