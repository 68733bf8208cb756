import { describe, expect, test } from "vitest";
import { editDistance, nearest } from "../../../src/model/nearest.ts";

describe("the nearest words", () => {
  test("come best first, and in code-point order where they are equally near", () => {
    expect(nearest("BRAG", ["KRAS", "BRAF", "NRAS", "ARAF"], 3)).toEqual(["BRAF", "ARAF", "KRAS"]);
  });

  test("do not depend on the order of the candidates", () => {
    expect(nearest("BRAG", ["ARAF", "NRAS", "KRAS", "BRAF"], 3)).toEqual(["BRAF", "ARAF", "KRAS"]);
  });

  test("ignore case and punctuation", () => {
    expect(nearest("tumor_sample", ["tumorSample", "other"], 1)).toEqual(["tumorSample"]);
  });

  test("are none when nothing shares half of the letters", () => {
    expect(nearest("xyz", ["BRAF", "KRAS"], 3)).toEqual([]);
    expect(nearest("", ["BRAF"], 3)).toEqual([]);
  });

  test("are found for a long hostile word without delay", () => {
    expect(nearest("A".repeat(1_000_000), ["BRAF"], 1)).toEqual([]);
  });
});

test.each([
  ["", "", 0],
  ["a", "", 1],
  ["kitten", "sitting", 3],
  ["abcd", "acbd", 1],
  ["ca", "abc", 3],
])("the distance of %j and %j is %i", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});
