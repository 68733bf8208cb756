import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const folder = fileURLToPath(new URL("../../../../../shared/cases/", import.meta.url));

/** True when the shared worked cases lie beside the repository. */
export const haveSharedCases = existsSync(folder);

/** Rows of one shared CSV of worked cases, by column name; quotes may enclose commas. */
export function sharedCases(file: string): ReadonlyMap<string, string>[] {
  const [header = "", ...lines] = readFileSync(`${folder}${file}`, "utf8").trim().split("\n");
  const names = cells(header);
  return lines.map((line) => new Map(cells(line).map((cell, i) => [names[i] ?? "", cell])));
}

function cells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map((match) => (match[1] ?? "").replaceAll(/^"|"$/g, ""))
    .slice(0, -1);
}

/**
 * Expects `actual` within one millionth of what the file prints, and within the rounding of its last
 * printed digit; an empty cell stands for null.
 */
export function expectPrinted(
  actual: number | null,
  row: ReadonlyMap<string, string>,
  name: string,
): void {
  const printed = row.get(name);
  if (printed === undefined) throw new Error(`no column ${name}`);
  if (printed === "") {
    expect(actual, name).toBeNull();
    return;
  }
  const expected = Number(printed);
  const [mantissa = "", exponent = "0"] = printed.split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const rounding = 0.5 * 10 ** (Number(exponent) - decimals);
  const tolerance = rounding + 1e-6 * Math.abs(expected);
  expect(
    Math.abs((actual ?? Number.NaN) - expected),
    `${name}: ${actual} for ${printed}`,
  ).toBeLessThanOrEqual(tolerance);
}

/** Ascending numbers of a text list; `NA` is left out. */
export function numbersOf(list = ""): Float64Array {
  const numbers = list.split(" ").filter((item) => item !== "NA");
  return Float64Array.from(numbers, Number).sort();
}

/** Cohort A of clinical 4.3: 20 values from 9.6 to 10.6. */
export const cohortA = numbersOf(
  "10.2 9.8 10.5 10.1 9.9 10.0 10.4 9.7 10.3 10.6 9.6 10.05 9.95 10.15 9.85 10.25 9.75 10.35 10.45 9.65",
);
