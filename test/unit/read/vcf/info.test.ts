import { describe, expect, test } from "vitest";
import { readInfo, type FieldDefinition } from "../../../../src/read/vcf/info.ts";
import { isOfType, readCount, readFloat } from "../../../../src/read/vcf/number.ts";

const define = (number: string, type: string): FieldDefinition => ({
  number,
  type,
  description: "",
});
const definitions = new Map([
  ["AF", define("A", "Float")],
  ["AD", define("R", "Integer")],
  ["CI", define("2", "Integer")],
  ["DB", define("0", "Flag")],
  ["S", define("1", "String")],
]);

const codes = (text: string, altCount = 1): string[] =>
  readInfo(text, definitions, altCount).flaws.map(({ code, offset }) => `${code}@${offset}`);

describe("readInfo", () => {
  test("keeps values as they are written, and any key as a key", () => {
    const { values, flaws } = readInfo("AF=0.1;DB;__proto__=1;x=a=b%3B;", definitions, 1);
    expect([...values]).toEqual([
      ["AF", "0.1"],
      ["DB", true],
      ["__proto__", "1"],
      ["x", "a=b%3B"],
    ]);
    expect(flaws).toMatchObject([{ code: "info-key-empty", offset: 31 }]);
  });

  test.each([
    [".", []],
    ["AF=.;AD=3,.;CI=1,-2;S=a,b;DB;undeclared", []],
    ["DB=0", ["info-flag-value@0"]],
    ["S=x;AF", ["info-value-missing@4"]],
    ["AF=", ["info-value-missing@0"]],
    ["undeclared=", ["info-value-missing@0"]],
    ["AF=0.1;AF=0.2", ["info-key-repeated@7"]],
    ["AF=0x1", ["info-value-malformed@0"]],
    ["AF=0.", ["info-value-malformed@0"]],
    ["AD=1,", ["info-value-malformed@0"]],
    ["AD=1.5,2", ["info-value-malformed@0"]],
    ["AD=1e2,2", ["info-value-malformed@0"]],
    ["AF=0.1,0.2", ["info-value-count@0"]],
    ["AD=1", ["info-value-count@0"]],
    ["CI=1", ["info-value-count@0"]],
    ["AF=Inf", []],
  ])("%s has the flaws %j", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test("of a repeated key keeps the first", () => {
    expect(readInfo("AF=0.1;AF=0.2", definitions, 1).values.get("AF")).toBe("0.1");
  });

  test("reads a hundred thousand keys at once", () => {
    const text = Array.from({ length: 100_000 }, (_, index) => `k${index}=1`).join(";");
    expect(readInfo(text, definitions, 1).values.size).toBe(100_000);
  });
});

describe("numbers", () => {
  test.each([
    "",
    ".",
    " 1",
    "1 ",
    "+1",
    "-1",
    "0x1",
    "1e3",
    "1.0",
    "NaN",
    "9".repeat(16),
    undefined,
  ])("%j is no count", (text) => {
    expect(readCount(text)).toBeNull();
  });

  test.each(["", ".", "0.", "0x1", "1e", "--1", "1,5", "Inf", "nan", "1e999", undefined])(
    "%j is no finite number",
    (text) => {
      expect(readFloat(text)).toBeNull();
    },
  );

  test("are read where they are numbers", () => {
    expect(["0", "007", "42"].map(readCount)).toEqual([0, 7, 42]);
    expect([".5", "-1.25", "1e-3", "2"].map(readFloat)).toEqual([0.5, -1.25, 0.001, 2]);
  });

  test("of QUAL may be infinite or not a number, and nothing else", () => {
    const of = (text: string): boolean => isOfType(text, "Float");
    expect([".", "99", "1e3", "-1", "Inf", "-inf", "+Infinity", "nan"].every(of)).toBe(true);
    expect(["", "abc", "0x1"].some(of)).toBe(false);
  });
});
