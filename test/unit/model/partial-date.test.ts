import { expect, test } from "vitest";
import { comparePartialDates, isPartialDate } from "../../../src/model/partial-date.ts";

test.each(["2024", "2024-02", "2024-02-29", "2000-02-29", "2023-12-31"])(
  "%s is a date as exactly as it is known",
  (text) => expect(isPartialDate(text)).toBe(true),
);

test.each([
  "",
  "24",
  "2024-13",
  "2024-00",
  "2023-02-29",
  "1900-02-29",
  "2024-04-31",
  "2024-04-00",
  "2024-4-1",
  "2024-04-01T00:00",
])("%j is none", (text) => expect(isPartialDate(text)).toBe(false));

test("two dates are compared as far as both are known", () => {
  expect(comparePartialDates("2024-01", "2024-02-01")).toBeLessThan(0);
  expect(comparePartialDates("2024-03-01", "2024-02")).toBeGreaterThan(0);
  expect(comparePartialDates("2024", "2024-06-30")).toBe(0);
});
