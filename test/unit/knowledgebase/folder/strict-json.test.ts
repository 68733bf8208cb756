import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseStrictJson } from "../../../../src/knowledgebase/folder/strict-json.ts";

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text), "a.json");
const codes = (text: string) => parse(text).problems.map((problem) => problem.code);

describe("strict JSON", () => {
  test("gives the data of sound text", () => {
    expect(parse('{ "a": [1, -2.5e3, true, null, "é 𝄞"] }').data).toEqual({
      a: [1, -2500, true, null, "é 𝄞"],
    });
  });

  test("names both places of a key that is there twice", () => {
    const [problem] = parse('{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}').problems;
    expect(problem).toMatchObject({
      code: "json-duplicate-key",
      message: 'The key "a" is already at 2:3.',
      where: { file: "a.json", line: 4, column: 3 },
    });
  });

  test("allows the same key in two objects", () => {
    expect(codes('[{ "a": 1 }, { "a": { "a": 1 } }]')).toEqual([]);
  });

  test("calls a trailing comma by its name and place", () => {
    expect(parse('{\n  "a": 1,\n}').problems).toMatchObject([
      { message: "There is a comma before }.", where: { line: 2, column: 9 } },
    ]);
    expect(parse('{ "a": [1, ] }').problems).toMatchObject([
      { message: "There is a comma before ].", where: { line: 1, column: 10 } },
    ]);
  });

  test.each(['{"a":', '{"a":[{"b":"c"', '{"a":1', "[1,", ""])("says that %j is cut", (text) => {
    expect(parse(text).problems[0]?.message).toBe("The file ends in the middle.");
  });

  test.each([
    ['{"a":9007199254740993}', "json-number-loses-digits"],
    ['{"a":1e999}', "json-number-loses-digits"],
    ['{"__proto__":1}', "json-forbidden-key"],
    ['{"constructor":1}', "json-forbidden-key"],
    ['{"a":"\\u0000"}', "json-control-character"],
    ['{"a":"\\u202e"}', "json-control-character"],
    ['{"\\u001b":1}', "json-control-character"],
    ['{"a":NaN}', "json-syntax"],
    ["{'a':1}", "json-syntax"],
    ['{"a":1} x', "json-syntax"],
    ['{"a":1 /* why */}', "json-syntax"],
    ['{"a":"\t"}', "json-syntax"],
    ['{"a":01}', "json-syntax"],
    ["[".repeat(65), "json-too-deep"],
    ['{"a":'.repeat(100_000), "json-too-deep"],
    ["\ufeff{}", "json-byte-order-mark"],
  ])("refuses %.40j", (text, code) => {
    const { problems, data } = parse(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(data).toBeUndefined();
  });

  test("does not take brackets inside a text for nesting", () => {
    expect(codes(JSON.stringify(["[".repeat(200), '\\"'.repeat(80)]))).toEqual([]);
  });

  test("refuses bytes that are not UTF-8", () => {
    const bytes = new Uint8Array([0x22, 0xe9, 0x22]);
    expect(parseStrictJson(bytes, "a.json").problems[0]?.code).toBe("json-not-utf8");
  });

  test("tells every fault of a file at once", () => {
    expect(codes('{"a":1,"a":2,"__proto__":9007199254740993}')).toEqual([
      "json-duplicate-key",
      "json-forbidden-key",
      "json-number-loses-digits",
    ]);
  });

  test("finds the place of a path, of a key, and of what is around a missing value", () => {
    const { where } = parse('{\n "a/b": [\n  1,\n  { "c": 2 }\n ]\n}');
    expect(where(["a/b", 1, "c"])).toEqual({
      file: "a.json",
      line: 4,
      column: 10,
      pointer: "/a~1b/1/c",
    });
    expect(where(["a/b", 1, "c"], "key")).toMatchObject({ line: 4, column: 5 });
    expect(where(["a/b", 1, "missing"])).toMatchObject({ line: 4, column: 3 });
  });
});

const faults = "../shared/faults/kb";
const expected: Record<string, { code: string; line: number; column: number } | null> = {
  "bigint.json": { code: "json-number-loses-digits", line: 1, column: 21 },
  "bom.json": { code: "json-byte-order-mark", line: 1, column: 1 },
  "deep.json": { code: "json-too-deep", line: 1, column: 65 },
  "dup_key.json": { code: "json-duplicate-key", line: 1, column: 28 },
  "html_in_drug.json": null,
  "nan.json": { code: "json-syntax", line: 1, column: 24 },
  "nul_string.json": { code: "json-control-character", line: 1, column: 12 },
  "proto.json": { code: "json-forbidden-key", line: 1, column: 16 },
  "trailing_comma.json": { code: "json-syntax", line: 1, column: 15 },
  "trunc.json": { code: "json-syntax", line: 1, column: 41 },
  "url_javascript.json": null,
};

describe.skipIf(!existsSync(faults))("the fault files of the shared folder", () => {
  test.each(Object.entries(expected))(
    "%s is refused at its place, or is sound JSON",
    (name, fault) => {
      const { problems } = parseStrictJson(readFileSync(`${faults}/${name}`), name);
      expect(problems.slice(0, 1).map(({ code, where }) => ({ code, ...where }))).toEqual(
        fault === null ? [] : [{ ...fault, file: name }],
      );
    },
  );
});
