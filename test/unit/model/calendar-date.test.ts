import { expect, test } from "vitest";
import { dayNumber, daysBetween } from "../../../src/model/calendar-date.ts";

test("a day is the number that the system's clock gives it", () => {
  for (let day = -40_000; day < 60_000; day += 7) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    expect(dayNumber(date)).toBe(day);
  }
});

test.each([
  ["2024-02-28", "2024-03-01", 2],
  ["2023-02-28", "2023-03-01", 1],
  ["2025-09-01", "2025-11-20", 80],
  ["2026-01-02", "2026-01-01", -1],
])("from %s to %s are %i days", (first, second, days) => {
  expect(daysBetween(first, second)).toBe(days);
});
