import { describe, expect, it } from "vitest";
import { studentTwoSidedP } from "../../../../src/annotate/statistics/student-t.ts";

const values = [0, 1e-6, 0.01, 0.5, 1, 2, 3.2, 5, 12, 40];

describe("studentTwoSidedP", () => {
  it.each(values)("equals the closed form of 1 degree of freedom at t = %d", (t) => {
    const exact = 1 - (2 * Math.atan(t)) / Math.PI;
    expect(studentTwoSidedP(t, 1)).toBeCloseTo(exact, 13);
  });

  it.each(values)("equals the closed form of 2 degrees of freedom at t = %d", (t) => {
    expect(studentTwoSidedP(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
  });

  it.each(values)("equals the closed form of 4 degrees of freedom at t = %d", (t) => {
    const sine = t / Math.sqrt(4 + t * t);
    const exact = 1 - sine * (1 + (1 - sine * sine) / 2);
    expect(studentTwoSidedP(t, 4)).toBeCloseTo(exact, 13);
  });

  it.each([
    // Two-sided 5 % and 1 % points of the t table (Fisher and Yates).
    { t: 2.228139, df: 10, p: 0.05 },
    { t: 3.169273, df: 10, p: 0.01 },
    { t: 2.042272, df: 30, p: 0.05 },
    { t: 2.617421, df: 120, p: 0.01 },
  ])("gives $p for t = $t and $df degrees of freedom", ({ t, df, p }) => {
    expect(studentTwoSidedP(t, df)).toBeCloseTo(p, 6);
  });

  it.each([3.33, 7.03, 36.63, 184.63])(
    "agrees with numeric integration of the density at %d degrees of freedom",
    (df) => {
      for (const t of [0.3, 1.7, 4.4]) {
        const ratio = studentTwoSidedP(t, df) / integrateTails(t, df);
        expect(ratio).toBeCloseTo(1, 8);
      }
    },
  );

  it("approaches the normal distribution for many degrees of freedom", () => {
    expect(studentTwoSidedP(1.959964, 1e6)).toBeCloseTo(0.05, 6);
  });

  it("keeps its relative precision far out in the tail", () => {
    // The density of T_3 tends to 6 * sqrt(3) / (pi * t^4), so both tails together to this:
    const t = 1e5;
    expect((studentTwoSidedP(t, 3) * t ** 3 * Math.PI) / (4 * Math.sqrt(3))).toBeCloseTo(1, 8);
  });

  it("does not care for the sign, and is 0 at infinity", () => {
    expect(studentTwoSidedP(-2.5, 9)).toBe(studentTwoSidedP(2.5, 9));
    expect(studentTwoSidedP(Infinity, 9)).toBe(0);
  });
});

/**
 * Two tails by Simpson's rule after t = sqrt(df) * tan(angle), where the density is proportional to
 * cos(angle)^(df - 1): a finite interval, and no gamma function.
 */
function integrateTails(t: number, df: number): number {
  const area = (from: number): number => {
    const steps = 20_000;
    const width = (Math.PI / 2 - from) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i += 1) {
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * Math.abs(Math.cos(from + i * width)) ** (df - 1);
    }
    return (sum * width) / 3;
  };
  return area(Math.atan(t / Math.sqrt(df))) / area(0);
}
