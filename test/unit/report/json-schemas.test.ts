import { expect, test } from "vitest";
import { caseJsonSchema } from "../../../src/report/case-json-schema.ts";
import { reportJsonSchema } from "../../../src/report/report-json-schema.ts";

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
