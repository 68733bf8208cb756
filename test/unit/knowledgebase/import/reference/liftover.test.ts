import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { readLiftover } from "../../../../../src/knowledgebase/import/reference/liftover.ts";

/** Two blocks with a gap of 10 and 20, then a worse chain over the second block, then one on the reverse strand. */
const chains = `chain 900 chr1 1000 + 100 310 chr1 1000 + 200 420 1
100 10 20
100

chain 500 chr1 1000 + 210 310 chr1 1000 + 700 800 2
100

chain 400 chr2 1000 + 0 50 chr2 500 - 100 150 3
50
`;

describe("readLiftover", () => {
  const { forward, backward } = readLiftover(chains);

  it("moves an interval by the offset of its block", () => {
    expect(forward("1", 101, 101)).toEqual({ contig: "1", start: 201, end: 201, reversed: false });
    expect(forward("1", 101, 200)).toMatchObject({ start: 201, end: 300 });
  });

  it("takes the chain with the better score where two overlap", () => {
    expect(forward("1", 211, 220)).toMatchObject({ start: 321, end: 330 });
  });

  it("refuses an interval that reaches over the end of a block or lies in a gap", () => {
    expect(forward("1", 200, 201)).toBeNull();
    expect(forward("1", 205, 205)).toBeNull();
    expect(forward("3", 1, 1)).toBeNull();
  });

  it("counts from the other end on the reverse strand", () => {
    // Base 0 faces base 500 - 1 - 100 = 399 (0-based) of the target.
    expect(forward("2", 1, 1)).toEqual({ contig: "2", start: 400, end: 400, reversed: true });
    expect(forward("2", 1, 3)).toMatchObject({ start: 398, end: 400 });
  });

  it("goes back to where it came from", () => {
    for (const [contig, at] of [
      ["1", 150],
      ["1", 260],
      ["2", 20],
    ] as const) {
      const there = forward(contig, at, at);
      expect(backward(contig, there?.start ?? 0, there?.end ?? 0)).toMatchObject({
        start: at,
        end: at,
      });
    }
  });
});

const chainFile = "../shared/data/liftover/hg19_to_hg38.chain.gz";

describe.skipIf(!existsSync(chainFile))("readLiftover on the chain from hg19 to hg38", () => {
  let chain: ReturnType<typeof readLiftover>;
  beforeAll(() => {
    chain = readLiftover(gunzipSync(readFileSync(chainFile)).toString("utf8"));
  });

  it.each([
    ["BRAF V600E", "7", 140_453_136, 140_753_336],
    ["KRAS G12D", "12", 25_398_284, 25_245_350],
    ["EGFR L858R", "7", 55_259_515, 55_191_822],
    ["PIK3CA H1047R", "3", 178_952_085, 179_234_297],
    ["JAK2 V617F", "9", 5_073_770, 5_073_770],
    ["NRAS Q61R", "1", 115_256_529, 114_713_908],
    ["IDH1 R132H", "2", 209_113_112, 208_248_388],
    ["TP53 R175H", "17", 7_578_406, 7_675_088],
  ])("lifts %s, %s:%i to %i", (_name, contig, old, current) => {
    const lifted = { contig, start: current, end: current, reversed: false };
    expect(chain.forward(contig, old, old)).toEqual(lifted);
    expect(chain.backward(contig, current, current)).toEqual({ ...lifted, start: old, end: old });
  });
});
