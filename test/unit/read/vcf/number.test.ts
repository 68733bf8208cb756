import fc from "fast-check";
import { expect, test } from "vitest";
import { findValueFlaw } from "../../../../src/read/vcf/info.ts";
import { countPlainItems, isOfType } from "../../../../src/read/vcf/number.ts";

test("plain items are counted, and only where every one of them is plain", () => {
  expect(countPlainItems("12,0,999999999", "Integer")).toBe(3);
  expect(countPlainItems("0.5,.5,7", "Float")).toBe(3);
  for (const value of [
    "",
    ",",
    "1,",
    ",1",
    "1,,2",
    "-1",
    "+1",
    ".",
    "1.",
    "1.,2",
    "1.2.3",
    "1e5",
    "a",
  ]) {
    expect(countPlainItems(value, "Float")).toBe(0);
  }
  expect(countPlainItems("0.5", "Integer")).toBe(0);
  expect(countPlainItems("1234567890", "Integer")).toBe(0);
  expect(countPlainItems("1", "String")).toBe(0);
});

test("whatever is counted is of its type, item by item", () => {
  const text = fc.string({ unit: fc.constantFrom(..."019.,-+eE".split("")), maxLength: 14 });
  fc.assert(
    fc.property(text, fc.constantFrom("Integer", "Float"), (value, type) => {
      const count = countPlainItems(value, type);
      if (count === 0) return;
      const items = value.split(",");
      expect(items).toHaveLength(count);
      for (const item of items) expect(item !== "" && isOfType(item, type)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test("a plain value of the wrong number is still a flaw", () => {
  const definition = { number: "R", type: "Integer", description: "" };
  expect(findValueFlaw("1,2", definition, { altCount: 1, ploidy: null })).toBeNull();
  expect(findValueFlaw("1,2,3", definition, { altCount: 1, ploidy: null })).toMatchObject({
    code: "count",
  });
});
