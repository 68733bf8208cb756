import { expect, test } from "vitest";
import { constraintRules } from "../../../../src/constraints/constraints.ts";
import { knowledgebaseJsonSchema } from "../../../../src/knowledgebase/schema/knowledgebase-json-schema.ts";

test("the JSON Schema knows the type of every rule of the list", () => {
  const schema = JSON.stringify(knowledgebaseJsonSchema());
  for (const rule of constraintRules) {
    expect(schema).toContain(`"const":"${rule.type}"`);
  }
});

test("the JSON Schema is of draft 2020-12 and closes every object", () => {
  expect(knowledgebaseJsonSchema()).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
  });
  const objects: unknown[] = [];
  JSON.stringify(knowledgebaseJsonSchema(), (_, value: unknown) => {
    if (typeof value === "object" && value !== null && "properties" in value && "type" in value) {
      objects.push(value);
    }
    return value;
  });
  expect(objects.length).toBeGreaterThan(15);
  for (const object of objects) expect(object).toMatchObject({ additionalProperties: false });
});
