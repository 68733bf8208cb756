import { describe, expect, it } from "vitest";
import { streamSource } from "../../../../../src/io/byte-source.ts";
import type { Problem } from "../../../../../src/model/problem.ts";
import { readKinaseSubstrates } from "../../../../../src/read/proteins/names/kinase-substrates.ts";
import { refusalOf } from "../../cohort/cohort-text.ts";

async function read(content: string) {
  async function* bytes() {
    yield Buffer.from(content);
  }
  const problems: Problem[] = [];
  const { substrates } = await readKinaseSubstrates(streamSource("k.csv", bytes()), {
    report: (problem) => problems.push(problem),
    strict: false,
  });
  return { substrates, problems };
}

describe("readKinaseSubstrates", () => {
  it("reads kinase, substrate and site, each pair once", async () => {
    const { substrates } = await read(
      "kinase,substrate,site\nAKT1,GSK3B,S9\nAKT1,GSK3B,pS9\nAKT1,TSC2,t1462\n",
    );
    expect(substrates).toEqual([
      { kinase: "AKT1", gene: "GSK3B", site: "S9" },
      { kinase: "AKT1", gene: "TSC2", site: "T1462" },
    ]);
  });

  it("reads the columns of PhosphoSitePlus, and sets other organisms aside", async () => {
    const { substrates, problems } = await read(
      "GENE\tKINASE\tKIN_ORGANISM\tSUBSTRATE\tSUB_GENE\tSUB_ORGANISM\tSUB_MOD_RSD\nAKT1\tAkt1\thuman\tGSK3B\tGSK3B\thuman\tS9\nAkt1\tAkt1\tmouse\tGSK3B\tGsk3b\tmouse\tS9\n",
    );
    expect(substrates).toEqual([{ kinase: "AKT1", gene: "GSK3B", site: "S9" }]);
    expect(problems[0]?.message).toContain("rows of other organisms that were set aside: 1");
  });

  it("refuses a row without a site alone, with its line", async () => {
    const { substrates, problems } = await read(
      "kinase,substrate,site\nAKT1,GSK3B,H9\nAKT1,TSC2,S939\n",
    );
    expect(substrates).toHaveLength(1);
    expect(problems.find(({ code }) => code === "substrate-unreadable")?.where).toEqual({
      file: "k.csv",
      line: 2,
    });
  });

  it.each([
    ["kinase,substrate\nAKT1,GSK3B\n", "columns-missing"],
    ["kinase,substrate,site\nAKT1,GSK3B,none\n", "table-no-rows"],
  ])("refuses %j", async (content, code) => {
    expect((await refusalOf(async () => await read(content))).code).toBe(code);
  });
});
