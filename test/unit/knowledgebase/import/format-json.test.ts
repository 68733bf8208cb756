import { describe, expect, it } from "vitest";
import { formatJson } from "../../../../src/knowledgebase/import/format-json.ts";

describe("formatJson", () => {
  it("sorts keys by code unit and leaves out what is undefined", () => {
    expect(formatJson({ b: 1, B: 2, a: undefined, "10": 3 })).toBe('{ "10": 3, "B": 2, "b": 1 }\n');
  });

  it("keeps an object on one line up to the width and breaks it one column later", () => {
    const value = { first: "abc", second: [1, 2] };
    const flat = '{ "first": "abc", "second": [1, 2] }';
    expect(formatJson(value, flat.length)).toBe(`${flat}\n`);
    expect(formatJson(value, flat.length - 1)).toBe(
      '{\n  "first": "abc",\n  "second": [1, 2]\n}\n',
    );
  });

  it("breaks the outer list and keeps its short items whole", () => {
    expect(formatJson([{ a: 1 }, { a: 2 }, {}, []], 20)).toBe(
      '[\n  { "a": 1 },\n  { "a": 2 },\n  {},\n  []\n]\n',
    );
  });

  it("writes what JSON reads back", () => {
    const value = { text: 'quote " and \u2028 and é', none: null, yes: true, deep: [[["x"]]] };
    expect(JSON.parse(formatJson(value, 10))).toEqual(value);
  });
});
