import { describe, expect, test } from "vitest";
import { crawfordHowell } from "../../../../src/annotate/statistics/crawford-howell.ts";
import { rankPosition } from "../../../../src/annotate/statistics/rank-position.ts";
import { robustP, robustPosition } from "../../../../src/annotate/statistics/robust-outlier.ts";
import { haveSharedCases, sharedCases } from "./worked-examples.ts";

/** Standard normal numbers from a fixed seed: mulberry32, Box-Muller. */
function makeNormal(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Cohorts of `n` Gaussian values, `aberrant` of them 5 SD up, and a case `shift` SD up; ascending. */
function* draw(
  count: number,
  { n, aberrant, shift, seed }: { n: number; aberrant: number; shift: number; seed: number },
): Generator<{ value: number; cohort: Float64Array }> {
  const normal = makeNormal(seed);
  for (let each = 0; each < count; each += 1) {
    const cohort = new Float64Array(n);
    for (let index = 0; index < n; index += 1)
      cohort[index] = normal() + (index < aberrant ? 5 : 0);
    yield { value: normal() + shift, cohort: cohort.sort() };
  }
}

function robust(value: number, cohort: Float64Array): { z: number; p: number } {
  const z = robustPosition(value, cohort).modifiedZ ?? 0;
  return { z, p: robustP(z, cohort.length) };
}

function numberIn(row: ReadonlyMap<string, string> | undefined, name: string): number {
  return Number(row?.get(name) ?? Number.NaN);
}

// The published rates lie beside the repository; without them these tests are skipped, and the run says so.
describe.skipIf(!haveSharedCases)("simulated rates, from a fixed seed", () => {
  test.each([5, 10, 20, 50, 200])("robust p keeps its size against %i Gaussian values", (n) => {
    const row = sharedCases("robust_p_size.csv").find((each) => each.get("n") === String(n));
    const draws = 20_000;
    let below5 = 0;
    let below1 = 0;
    for (const { value, cohort } of draw(draws, { n, aberrant: 0, shift: 0, seed: 7 + n })) {
      const { p } = robust(value, cohort);
      if (p < 0.05) below5 += 1;
      if (p < 0.01) below1 += 1;
    }
    expect(Math.abs(below5 / draws - numberIn(row, "robust_p<0.05"))).toBeLessThan(0.005);
    expect(Math.abs(below1 / draws - numberIn(row, "robust_p<0.01"))).toBeLessThan(0.005);
  });

  test("a tenth of the cohort aberrant: robust p still finds 84 % of the cases, and the other rules as published", () => {
    const row = sharedCases("outlier_masking_power.csv").find(
      (each) => each.get("n_cohort") === "30" && each.get("fraction_of_cohort_aberrant") === "0.1",
    );
    const draws = 6000;
    const found = { robust: 0, mz: 0, exact: 0, tukey: 0, kIqr: 0, percentile: 0 };
    for (const { value, cohort } of draw(draws, { n: 30, aberrant: 3, shift: 5, seed: 11 })) {
      const { z, p } = robust(value, cohort);
      const rank = rankPosition(value, cohort);
      if (p < 0.01) found.robust += 1;
      if (Math.abs(z) > 3.5) found.mz += 1;
      if ((crawfordHowell(value, cohort)?.p ?? 1) < 0.001) found.exact += 1;
      if (rank.tukey === "up") found.tukey += 1;
      if ((rank.kIqr ?? 0) > 2) found.kIqr += 1;
      if (rank.percentile >= 95) found.percentile += 1;
    }
    const off = (count: number, published: number): number => Math.abs(count / draws - published);
    expect(off(found.robust, 0.84)).toBeLessThan(0.03);
    expect(off(found.mz, numberIn(row, "power_Mz>3.5"))).toBeLessThan(0.03);
    expect(off(found.exact, numberIn(row, "power_CH_p<0.001"))).toBeLessThan(0.03);
    expect(off(found.tukey, numberIn(row, "power_Tukey"))).toBeLessThan(0.03);
    expect(off(found.kIqr, numberIn(row, "power_kIQR>2"))).toBeLessThan(0.03);
    expect(off(found.percentile, numberIn(row, "power_percentile>=95"))).toBeLessThan(0.03);
  });
});
