import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../../../src/annotate/statistics/benjamini-hochberg.ts";
import { expectPrinted, haveSharedCases, sharedCases } from "./worked-examples.ts";

// scipy.stats.false_discovery_control and R p.adjust(method = "BH").
const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
const q = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714, 0.216, 0.216, 0.216];

describe("benjaminiHochberg", () => {
  it("gives the q-values that R and scipy give", () => {
    for (const [i, value] of benjaminiHochberg(p).entries())
      expect(value).toBeCloseTo(q[i] ?? 0, 6);
  });

  it("gives each p its own q whatever the order", () => {
    const order = [7, 2, 9, 0, 5, 1, 8, 3, 6, 4];
    const shuffled = benjaminiHochberg(order.map((i) => p[i] ?? 0));
    for (const [at, i] of order.entries()) expect(shuffled[at]).toBeCloseTo(q[i] ?? 0, 6);
  });

  it("counts the tests of the list that have no p-value", () => {
    expect(benjaminiHochberg([0.001], 60)[0]).toBeCloseTo(0.06, 12);
    const padded = benjaminiHochberg([...p, ...Array.from({ length: 5 }, () => 1)]).slice(0, 10);
    expect(benjaminiHochberg(p, 15)).toEqual(padded);
  });

  it("never exceeds 1, gives ties one q, and gives nothing for nothing", () => {
    expect(benjaminiHochberg([0.9, 0.5], 10)).toEqual([1, 1]);
    expect(benjaminiHochberg([0.03, 0.03])).toEqual([0.03, 0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it.skipIf(!haveSharedCases)("equals the shared worked example", () => {
    const rows = sharedCases("bh_example.csv");
    const values = benjaminiHochberg(rows.map((row) => Number(row.get("p"))));
    for (const [i, row] of rows.entries()) expectPrinted(values[i] ?? null, row, "bh_q");
  });
});
