import { Chalk } from "chalk";
import { expect, test } from "vitest";
import { formatTable } from "../../../src/cli/format-table.ts";

const plain = { paint: new Chalk({ level: 0 }), width: null };

test("columns are as wide as their widest cell, numbers at the right, nothing at the end of a line", () => {
  const columns = [{ title: "a" }, { title: "n", align: "right" as const }, { title: "last" }];
  const rows = [
    ["x", "7", ""],
    ["long", "100", "z"],
  ];
  expect(formatTable(columns, rows, plain)).toBe("a       n  last\nx       7\nlong  100  z\n");
});

test("no cell steers the terminal or breaks a line", () => {
  expect(formatTable([{ title: "a" }], [["\u001b[2J\nx"]], plain)).toBe("a\n\\x1b[2J x\n");
});

test("on a terminal the widest columns are shortened until a line fits", () => {
  const columns = [{ title: "id" }, { title: "text" }, { title: "more" }];
  const rows = [["1", "a".repeat(60), "b".repeat(30)]];
  const lines = formatTable(columns, rows, { ...plain, width: 40 })
    .trimEnd()
    .split("\n");
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  expect(lines[1]).toBe(`1   ${"a".repeat(16)}…  ${"b".repeat(16)}…`);
});

test("a column is not shortened below what it keeps, though a line is longer then", () => {
  const columns = [
    { title: "id", keep: 12 },
    { title: "text", keep: 12 },
  ];
  const [, row] = formatTable(columns, [["a".repeat(20), "b"]], { ...plain, width: 5 }).split("\n");
  expect(row).toBe(`${"a".repeat(11)}…  b`);
});
