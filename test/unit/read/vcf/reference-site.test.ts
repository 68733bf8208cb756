import { describe, expect, test } from "vitest";
import { parseGenotype } from "../../../../src/read/vcf/genotype.ts";
import { readReferenceSite } from "../../../../src/read/vcf/reference-site.ts";

interface Stated {
  readonly alts?: string;
  readonly info?: readonly (readonly [string, string])[];
  readonly genotype?: string | null;
  readonly values?: Readonly<Record<string, string>>;
}

/** Of a record at 100 with REF `A`. */
function siteOf({ alts = ".", info = [], genotype = "0/0", values = { DP: "80" } }: Stated) {
  return readReferenceSite(
    {
      position: 100,
      ref: "A",
      alts: alts.split(","),
      info: { values: new Map(info), flaws: [] },
    },
    {
      items: (key) => values[key]?.split(",") ?? null,
      genotype: genotype === null ? null : parseGenotype(genotype),
    },
  );
}

describe("what a record without an allele states of its place", () => {
  test("is its depth, to the end of a block", () => {
    const informative = { reads: 80, from: "DP" };
    const site = { position: 100, end: 100, informative, unnamed: null };
    expect(siteOf({})).toEqual(site);
    expect(siteOf({ alts: "a" })).toEqual(site);
    expect(siteOf({ genotype: null })).toEqual(site);
    expect(siteOf({ alts: "<*>", info: [["END", "140"]] })).toEqual({ ...site, end: 140 });
    expect(siteOf({ alts: "<NON_REF>", values: { DP: "80", MIN_DP: "60", LEN: "5" } })).toEqual({
      ...site,
      end: 104,
      informative: { reads: 60, from: "MIN_DP" },
    });
  });

  test.each<[string, Stated]>([
    ["of a deletion", { alts: "<DEL>", info: [["END", "900"]] }],
    ["of a segment of copy numbers", { alts: ".", info: [["SVTYPE", "CNV"]] }],
    ["where another record deletes it", { alts: "*" }],
    ["where the genotype is open", { genotype: "./." }],
    ["where one allele of the genotype is open", { genotype: "0/." }],
  ])("is no depth %s", (_, record) => {
    expect(siteOf(record)).toMatchObject({ end: 100, informative: null, unnamed: null });
  });

  test("is also how many reads hold an allele that it does not name", () => {
    const values = { AD: "160,40", DP: "200" };
    expect(siteOf({ alts: "<NON_REF>", values }).unnamed).toEqual({ reads: 40, depth: 200 });
    expect(siteOf({ alts: "<NON_REF>", values: { AD: "200,0" } }).unnamed).toBeNull();
    expect(siteOf({ alts: "a", values }).unnamed).toBeNull();
  });
});
