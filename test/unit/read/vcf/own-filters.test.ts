import { describe, expect, test } from "vitest";
import { readVcf } from "./read-vcf-text.ts";

const header = [
  "##fileformat=VCFv4.2",
  "##contig=<ID=7,length=159345973>",
  '##INFO=<ID=AS_FilterStatus,Number=A,Type=String,Description="">',
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="">',
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
].join("\n");

async function failed(
  { alt = "T", filter = "PASS", info = ".", sample = "GT 0/1" },
  options: Parameters<typeof readVcf>[1] = {},
): Promise<{ filters: (readonly string[])[]; codes: string[] }> {
  const columns = ["7", "140753336", ".", "A", alt, ".", filter, info, ...sample.split(" ")];
  const { calls, problems } = await readVcf(`${header}\n${columns.join("\t")}\n`, options);
  return {
    filters: calls.map(({ failedFilters }) => failedFilters),
    codes: problems.map(({ code }) => code),
  };
}

describe("filters of single alleles, by GATK's AS_FilterStatus", () => {
  test.each([
    ["T,C", "SITE|weak_evidence", [[], ["weak_evidence"]]],
    ["T,C", "strand_bias,map_qual|SITE", [["strand_bias", "map_qual"], []]],
    ["T,C,<NON_REF>", "SITE|SITE|.", [[], []]],
    ["T", "SITE", [[]]],
    ["T", "PASS", [[]]],
    ["T", "weak_evidence,strand_bias", [["weak_evidence", "strand_bias"]]],
    // The separators exchanged, for Number=A.
    ["T,C", "SITE,strand_bias|map_qual", [[], ["strand_bias", "map_qual"]]],
    // Of a record that was split: all alleles failed, or none.
    ["T", "SITE|SITE", [[]]],
    ["T", "weak_evidence|strand_bias", [["weak_evidence", "strand_bias"]]],
  ])("%s with %s", async (alt, status, filters) => {
    const sample = "GT:AD 0/1:9,9";
    const found = await failed({ alt, info: `DP=1;AS_FilterStatus=${status}`, sample });
    expect(found.filters).toEqual(filters);
    expect(found.codes).not.toContain("allele-filter-open");
  });

  test("stand beside those of FILTER, each once", async () => {
    const found = await failed({ filter: "map_qual;base_qual", info: "AS_FilterStatus=map_qual" });
    expect(found.filters).toEqual([["map_qual", "base_qual"]]);
  });

  test("are a warning where a record that was split does not say which allele failed", async () => {
    const found = await failed({ info: "AS_FilterStatus=SITE|weak_evidence" });
    expect(found).toEqual({ filters: [[]], codes: ["allele-filter-open"] });
  });
});

describe("the filter of the tumor's genotype, FORMAT/FT", () => {
  test.each([
    ["GT:FT 0/1:PASS", []],
    ["GT:FT 0/1:.", []],
    ["GT:FT 0/1", []],
    ["GT:FT 0/1:LowDP;LowGQ", ["LowDP", "LowGQ"]],
  ])("%s", async (sample, filters) => {
    expect((await failed({ sample })).filters).toEqual([filters]);
  });

  test("is not asked of structural variants, whose genotypes DELLY doubts", async () => {
    const found = await failed({ sample: "GT:FT 0/1:LowQual" }, { structural: true });
    expect(found.filters).toEqual([[]]);
  });
});
