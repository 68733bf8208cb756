import { describe, expect, test } from "vitest";
import { normalizeContig } from "../../../src/model/contig-name.ts";

describe("normalizeContig", () => {
  test.each([
    ["7", "7"],
    ["chr7", "7"],
    ["CHR22", "22"],
    ["Chrx", "X"],
    ["y", "Y"],
    ["M", "MT"],
    ["chrM", "MT"],
    ["MT", "MT"],
    ["NC_000007.13", "7"],
    ["NC_000007.14", "7"],
    ["nc_000023.11", "X"],
    ["NC_000024.9", "Y"],
    ["NC_012920.1", "MT"],
    ["CM000663.1", "1"],
    ["CM000669.2", "7"],
    ["cm000685.2", "X"],
    ["CM000686.1", "Y"],
    ["J01415.2", "MT"],
  ])("names %s %s", (raw, expected) => {
    expect(normalizeContig(raw)).toBe(expected);
  });

  test.each([
    "",
    "chr",
    "0",
    "07",
    "23",
    "chr7_KI270803v1_alt",
    "GL000220.1",
    "HLA-A*01:01",
    " 7",
    "chrchr7",
    // NCBI36, T2T-CHM13, no version, no chromosome.
    "NC_000007.12",
    "NC_060931.1",
    "NC_000007",
    "NC_000025.1",
    // The mouse, T2T-CHM13, no version.
    "CM000994.3",
    "CP068277.2",
    "CM000669.3",
    "CM000687.1",
    "CM000662.1",
    "CM000669",
  ])("knows no chromosome %j", (raw) => {
    expect(normalizeContig(raw)).toBeNull();
  });
});
