import { expect, test } from "vitest";
import {
  grouped,
  percent,
  plural,
  signed,
  smallNumber,
} from "../../../../src/report/render/format-number.ts";

test("counts carry their noun and commas", () => {
  expect(plural(1, "target")).toBe("1 target");
  expect(plural(0, "target")).toBe("0 targets");
  expect(plural(2, "therapy", "therapies")).toBe("2 therapies");
  expect([0, 999, 1000, 1234567].map(grouped)).toEqual(["0", "999", "1,000", "1,234,567"]);
});

test("shares, scores and p-values are printed the same way everywhere", () => {
  expect([0, 0.3818, 1].map(percent)).toEqual(["0.0%", "38.2%", "100.0%"]);
  expect([7.89, -0.44, 0, -0.01].map((value) => signed(value))).toEqual([
    "+7.9",
    "-0.4",
    "0.0",
    "0.0",
  ]);
  expect(signed(2.925, 2)).toBe("+2.92");
  expect([0.5, 0.001, 0.00099, 1.2e-8, 0].map(smallNumber)).toEqual([
    "0.500",
    "0.001",
    "9.9e-4",
    "1.2e-8",
    "below 1e-300",
  ]);
});
