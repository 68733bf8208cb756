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
  expect(formatTable([{ title: "a" }], [["\u001b[2J\nx"]], plain)).toBe("a\n\\x1b[2J\\x0ax\n");
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

test("where the columns do not fit, a row goes over several lines and loses nothing", () => {
  const columns = [
    { title: "level" },
    { title: "effect", keep: 30 },
    { title: "tumor" },
    { title: "approved" },
    { title: "source", keep: 30 },
  ];
  const rows = [
    ["A", "sensitivity to Cobimetinib + Vemurafenib", "melanoma", "", "PMID:25265494"],
    ["B", "resistance", "colorectal cancer", "FDA", "x".repeat(50)],
  ];
  expect(formatTable(columns, rows, { ...plain, width: 40 }).split("\n")).toEqual([
    "A      sensitivity to Cobimetinib +",
    "       Vemurafenib",
    "       tumor: melanoma; source:",
    "       PMID:25265494",
    "B      resistance",
    "       tumor: colorectal cancer;",
    "       approved: FDA; source:",
    `       ${"x".repeat(33)}`,
    `       ${"x".repeat(17)}`,
    "",
  ]);
});

test("a first column that is wide stands on a line of its own", () => {
  const columns = [{ title: "gene" }, { title: "n", align: "right" as const }];
  const rows = [["a name of many words", "1234567890"]];
  expect(formatTable(columns, rows, { ...plain, width: 15 })).toBe(
    "a name of many\nwords\n  1234567890\n",
  );
});

test("numbers are not shortened", () => {
  const columns = [{ title: "gene" }, { title: "n", align: "right" as const }];
  const rows = [["a name of many words", "1234567890"]];
  expect(formatTable(columns, rows, { ...plain, width: 24 })).toBe(
    "gene                   n\na name of m…  1234567890\n",
  );
});

test("wide characters and combining marks take the columns that a terminal gives them", () => {
  const columns = [{ title: "name" }, { title: "n" }];
  const rows = [
    ["日本", "1"],
    ["e\u0301e\u0301", "2"],
    ["plain", "3"],
  ];
  expect(formatTable(columns, rows, plain)).toBe(
    "name   n\n日本   1\ne\u0301e\u0301     2\nplain  3\n",
  );
  const long = formatTable(columns, [["日本".repeat(8), "1"]], { ...plain, width: 20 });
  expect(long).toBe(`name               n\n${"日本".repeat(4)}…  1\n`);
});
