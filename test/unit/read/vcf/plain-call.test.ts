import { describe, expect, test } from "vitest";
import { makePlainCallTest } from "../../../../src/read/vcf/plain-call.ts";

const isPlain = makePlainCallTest(10);
const lineOf = (info: string, format: string, tumor: string): Buffer =>
  Buffer.from(`7\t12\t.\tA\tG\t.\tPASS\t${info}\t${format}\t0/0:9,0\t${tumor}`);

describe("a call that only its place and FILTER can set aside", () => {
  test.each([
    ["GT:AD", "0/1:20,5"],
    ["GT", "1"],
    ["GT:AD", "./1:20,5"],
    ["DP:AU:GU", "30:25,25:5,5"],
    ["GT:RD:AD", "0|1:20:5"],
  ])("%s %s is one", (format, tumor) => {
    expect(isPlain(lineOf("DP=3", format, tumor))).toBe(true);
  });

  test.each([
    ["GT:AD", "0/0:20,5"],
    ["GT", "./."],
    ["GT", "."],
    ["GT:AD", "0/1:20,0"],
    ["GT:FT", "0/1:weak"],
    ["GT", "x"],
  ])("%s %s is none", (format, tumor) => {
    expect(isPlain(lineOf("DP=3", format, tumor))).toBe(false);
  });

  test("has no filter of its own", () => {
    const of = (info: string): boolean => isPlain(lineOf(info, "GT", "0/1"));
    expect(of("DP=3;AS_FilterStatus=SITE;MQ=60")).toBe(true);
    expect(of("AS_FilterStatus=SITE")).toBe(true);
    expect(of("AS_FilterStatus=weak_evidence")).toBe(false);
    expect(of("AS_FilterStatus=SITE|weak_evidence")).toBe(false);
    expect(of("AS_FilterStatus=SITES")).toBe(false);
  });

  test("has the column of the tumor, where the file has one", () => {
    const short = Buffer.from("7\t12\t.\tA\tG\t.\tPASS\tDP=3\tGT\t0/1");
    const sites = Buffer.from("7\t12\t.\tA\tG\t.\tPASS\tDP=3");
    expect([isPlain(short), isPlain(sites), makePlainCallTest(null)(sites)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
