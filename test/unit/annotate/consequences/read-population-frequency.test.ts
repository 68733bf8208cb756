import { describe, expect, test } from "vitest";
import {
  findFrequencyColumns,
  readPopulationFrequency,
} from "../../../../src/annotate/consequences/read-population-frequency.ts";

describe("findFrequencyColumns", () => {
  test("finds the columns of VEP and of custom files", () => {
    const columns = [
      "AF",
      "EUR_AF",
      "MAX_AF",
      "gnomAD_AF",
      "gnomADe_NFE_AF",
      "gnomADe_AF_NFE",
      "gnomAD2.1_AF_popmax",
    ];
    expect(findFrequencyColumns(columns)).toEqual(columns);
  });

  test("leaves columns that only look alike", () => {
    expect(findFrequencyColumns(["AFR", "CAF", "gnomADe", "AFFECTED", "SIFT"])).toEqual([]);
  });
});

describe("readPopulationFrequency", () => {
  test.each([
    ["0.01", null, 0.01],
    ["0", null, 0],
    ["1", null, 1],
    [".5", null, 0.5],
    ["3.98e-06", null, 3.98e-6],
    ["0.01&0.02&0.015", null, 0.02],
    ["T:0.01", "T", 0.01],
    ["T:0.01&C:0.2", "T", 0.01],
    ["-:0.3", "-", 0.3],
  ])("reads %s for allele %s as %d", (text, allele, frequency) => {
    expect(readPopulationFrequency(text, allele)).toBe(frequency);
  });

  test.each(["", ".", "SAS", "1.5", "-0.1", "0x1", "NaN", "1e5", "C:0.2"])(
    "does not read %j",
    (text) => {
      expect(readPopulationFrequency(text, "T")).toBeNull();
    },
  );
});
