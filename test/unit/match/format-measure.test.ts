import { describe, expect, it } from "vitest";
import {
  formatDecimal,
  formatPercent,
  formatProbability,
} from "../../../src/match/format-measure.ts";

describe("numbers for a reader", () => {
  it.each([
    [0.3148, "31.5%"],
    [0.0453, "4.5%"],
    [0.01, "1%"],
    [0.0996, "10%"],
    [1, "100%"],
    [0, "0%"],
  ])("write the fraction %d as %s", (value, text) => {
    expect(formatPercent(value)).toBe(text);
  });

  it.each([
    [7.89153, "7.9"],
    [-5.598, "-5.6"],
    [3, "3"],
    [-0.01, "0"],
  ])("write %d with one decimal as %s", (value, text) => {
    expect(formatDecimal(value)).toBe(text);
  });

  it.each([
    [0.00123, "0.0012"],
    [0.05, "0.05"],
    [1.2369e-7, "1.2e-7"],
    [0, "0"],
    [1, "1"],
  ])("write the probability %d as %s", (value, text) => {
    expect(formatProbability(value)).toBe(text);
  });
});
