import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimiters } from "../../../../src/io/table-delimiter.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { makeNumberReader } from "../../../../src/read/tables/table-number.ts";

function readAll(cells: readonly string[], delimiterName = "comma") {
  const delimiter = delimiters.find(({ name }) => name === delimiterName)!;
  const reader = makeNumberReader("t.csv", { delimiter, columns: ["value"] });
  const values = cells.map((cell, index) => reader.read(cell, index + 2, 0));
  const problems: Problem[] = [];
  reader.finish((problem) => problems.push(problem));
  return { values, codes: problems.map(({ code }) => code) };
}

function refused(cells: readonly string[], delimiterName = "comma"): Problem | undefined {
  try {
    readAll(cells, delimiterName);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.problems[0];
    throw error;
  }
}

describe("makeNumberReader", () => {
  it("reads plain, signed and exponential numbers, with spaces around them", () => {
    const cells = ["1", "-2.5", "+3", ".5", "5.", "1e5", "1.2E-3", " 5 ", "\u00a07", "0", "-0"];
    expect(readAll(cells).values).toEqual([1, -2.5, 3, 0.5, 5, 1e5, 0.0012, 5, 7, 0, -0]);
  });

  it("gives the double that Number gives, whatever the digits and the point", () => {
    const digits = fc.stringMatching(/^[-+]?(?:\d{1,20}(?:\.\d{0,18})?|\.\d{1,18})$/);
    fc.assert(
      fc.property(digits, (text) => {
        expect(readAll([text]).values[0]).toBe(Number(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each(["", " ", "NA", "na", "N/A", "#N/A", "NaN", "nan", "null", "NULL", "-"])(
    "takes %j as missing, never as 0",
    (cell) => {
      expect(readAll([cell]).values).toEqual([Number.NaN]);
    },
  );

  it.each([
    "Inf",
    "-Infinity",
    "0x10",
    "0b1",
    "<0.1",
    ">5",
    "1,234.5",
    "12,1",
    "1 234",
    "1_000",
    "1e999",
    "1e",
    "e5",
    ".",
    "+",
    "--1",
    "5%",
    "spam",
    "#REF!",
    "#DIV/0!",
    "TRUE",
    "1d5",
    "\u0661",
  ])("refuses %j, naming the cell", (cell) => {
    expect(refused(["1", cell])).toMatchObject({
      code: "not-a-number",
      where: { file: "t.csv", line: 3, column: 1 },
    });
  });

  it("reads decimal commas where semicolons separate, and says so", () => {
    const { values, codes } = readAll(["12,1", "-4", "1,5E-3", "1,234"], "semicolon");
    expect(values).toEqual([12.1, -4, 0.0015, 1.234]);
    expect(codes).toEqual(["decimal-comma"]);
  });

  it.each(["semicolon", "tab"])("refuses commas mixed with points (%s), naming both", (name) => {
    expect(refused(["12,15", "3.5"], name)).toMatchObject({
      code: "decimals-mixed",
      message: '"3.5" and "12,15" (line 2) write decimals in two ways',
      where: { line: 3 },
    });
    expect(refused(["3.5", "12,15"], name)?.where).toMatchObject({ line: 3 });
  });

  it("refuses commas between tabs when every one may separate thousands", () => {
    expect(refused(["1,234", "12,345"], "tab")).toMatchObject({
      code: "not-a-number",
      where: { line: 2 },
    });
    expect(readAll(["1,234", "12,34"], "tab").values).toEqual([1.234, 12.34]);
    // No thousands are written with a zero before the comma.
    expect(readAll(["1,234", "-0,502"], "tab").values).toEqual([1.234, -0.502]);
    expect(refused(["100,234", "-1,502"], "tab")).toMatchObject({ code: "not-a-number" });
  });

  it("takes linear time for a long cell that is no number", () => {
    expect(refused([`${"1".repeat(100_000)}x`])?.code).toBe("not-a-number");
  });
});
