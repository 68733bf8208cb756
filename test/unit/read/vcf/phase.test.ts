import { describe, expect, test } from "vitest";
import { readVcf } from "./read-vcf-text.ts";

const header = [
  "##fileformat=VCFv4.3",
  "##contig=<ID=7>",
  ...["GT", "PS", "PGT", "PID"].map(
    (key) => `##FORMAT=<ID=${key},Number=1,Type=String,Description="">`,
  ),
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT",
];

async function phasesOf(format: string, sample: string, alt = "T") {
  const record = ["7", "9", ".", "A", alt, ".", "PASS", ".", format, sample].join("\t");
  const { calls } = await readVcf(`${[...header, record].join("\n")}\n`);
  return calls.map(({ phase }) => phase);
}

describe("the phase of an allele", () => {
  test("is its copy of the phase set", async () => {
    expect(await phasesOf("GT:PS", "0|1:5")).toEqual([{ set: "PS 5", haplotypes: [1] }]);
    expect(await phasesOf("GT:PS", "1|0:5")).toEqual([{ set: "PS 5", haplotypes: [0] }]);
    expect(await phasesOf("GT:PS", "1|1:5")).toEqual([{ set: "PS 5", haplotypes: [0, 1] }]);
    expect(await phasesOf("GT:PS", "2|1:5", "T,G")).toEqual([
      { set: "PS 5", haplotypes: [1] },
      { set: "PS 5", haplotypes: [0] },
    ]);
  });

  test("is of one set where a phased genotype names none", async () => {
    expect(await phasesOf("GT", "0|1")).toEqual([{ set: "GT", haplotypes: [1] }]);
    expect(await phasesOf("GT:PS", "0|1:.")).toEqual([{ set: "GT", haplotypes: [1] }]);
  });

  test("is read from GATK's physical phasing where the genotype is not phased", async () => {
    expect(await phasesOf("GT:PGT:PID", "0/1:0|1:8_A_T")).toEqual([
      { set: "PID 8_A_T", haplotypes: [1] },
    ]);
  });

  test("is not known for a genotype that is not phased, whatever its set", async () => {
    expect(await phasesOf("GT:PS", "0/1:5")).toEqual([undefined]);
    expect(await phasesOf("GT:PGT:PID", "0/1:.:.")).toEqual([undefined]);
    expect(await phasesOf("GT:PID", "0/1:8_A_T")).toEqual([undefined]);
  });
});
