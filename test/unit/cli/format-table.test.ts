import { Chalk } from "chalk";
import { expect, test } from "vitest";
import { formatTable } from "../../../src/cli/format-table.ts";

const plain = new Chalk({ level: 0 });

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
