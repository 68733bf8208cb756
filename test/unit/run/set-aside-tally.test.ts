import { expect, test } from "vitest";
import { makeSetAsideTally } from "../../../src/run/set-aside-tally.ts";

const filtered = { code: "filtered", what: "filtered calls", reason: "A filter failed." };
const silent = { code: "synonymous", what: "synonymous variants", reason: "No change." };
const at = (line: number) => ({ file: "a.vcf", line, sample: null });

test("a tally counts every addition and keeps five places of each reason", () => {
  const tally = makeSetAsideTally();
  for (let line = 1; line <= 12; line += 1) tally.add(filtered, `variant ${line}`, at(line));
  tally.add(silent, "EGFR c.2361G>A", at(20));
  const entries = tally.entries();
  expect(entries.map(({ code, count }) => [code, count])).toEqual([
    ["filtered", 12],
    ["synonymous", 1],
  ]);
  expect(entries[0]?.examples.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
});

test("groups of one code are counted apart, and no file can name too many", () => {
  const tally = makeSetAsideTally();
  for (let name = 0; name < 1_000; name += 1) {
    tally.add({ ...filtered, what: `calls filtered as f${name}` }, "a variant", at(name + 1));
  }
  const entries = tally.entries();
  expect(entries.length).toBeLessThanOrEqual(201);
  expect(entries.reduce((sum, entry) => sum + entry.count, 0)).toBe(1_000);
  expect(entries.find(({ what }) => what === "others of this kind")?.count).toBe(800);
});
