import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../../src/model/problem.ts";
import { Refusal } from "../../../../../src/model/refusal.ts";
import {
  settleScale,
  type ScaleInput,
} from "../../../../../src/read/proteins/scale/protein-scale.ts";

function settle(values: number[], options: Partial<ScaleInput> = {}) {
  const [value = Number.NaN, ...cohort] = values;
  const row = { value, cohort: Float64Array.from(cohort) };
  const problems: Problem[] = [];
  const scale = settleScale({
    file: "t.csv",
    molecule: "protein",
    rows: [row],
    stated: null,
    report: (problem) => problems.push(problem),
    ...options,
  });
  return { scale, values: [row.value, ...row.cohort], codes: problems.map(({ code }) => code) };
}

const refusalCode = (values: number[], options: Partial<ScaleInput> = {}): string => {
  try {
    settle(values, options);
  } catch (error) {
    if (error instanceof Refusal) return error.problems[0]?.code ?? "";
    throw error;
  }
  return "none";
};

describe("settleScale", () => {
  it("recognizes log2 ratios by values below zero", () => {
    const { scale, values } = settle([-1.5, 0, 3]);
    expect(scale).toEqual({
      name: "log2-ratio",
      decidedBy: "recognized: 3 values from -1.5 to 3",
    });
    expect(values).toEqual([-1.5, 0, 3]);
  });

  it("recognizes log2 intensities, and takes their zeros as missing", () => {
    const { scale, values, codes } = settle([21.5, 0, 30]);
    expect(scale.name).toBe("log2-intensity");
    expect(values).toEqual([21.5, Number.NaN, 30]);
    expect(codes).toEqual(["zero-is-missing"]);
  });

  it("keeps the zeros of RNA: log2(TPM + 1) is 0 where a gene is silent", () => {
    expect(settle([5, 0, 6], { molecule: "rna" }).values).toEqual([5, 0, 6]);
  });

  it("brings linear intensities to log2, zeros to missing, and says so", () => {
    const { scale, values, codes } = settle([1024, 0, 4096, Number.NaN]);
    expect(scale).toEqual({
      name: "log2-intensity",
      decidedBy: "log2 of linear intensities: 3 values from 0 to 4096",
    });
    expect(values).toEqual([10, Number.NaN, 12, Number.NaN]);
    expect(codes).toEqual(["scale-linear"]);
  });

  it("takes values around 80 for linear although none is above 100", () => {
    expect(settle([64, 80, 90, 8]).values[0]).toBe(6);
  });

  it("refuses what is neither: negative values among thousands, or a single one between", () => {
    expect(refusalCode([-2, 5000, 3])).toBe("scale-unknown");
    expect(refusalCode([8, 9, 10, 60])).toBe("scale-unknown");
  });

  it("warns that small positive values may be linear ratios", () => {
    expect(settle([0.9, 1.1, 7]).codes).toEqual(["scale-uncertain"]);
  });

  it("believes a declared scale unless the values deny it", () => {
    const stated = { scale: "log2-intensity", by: "declared" } as const;
    expect(settle([60, 1.5], { stated }).scale).toEqual({
      name: "log2-intensity",
      decidedBy: "declared",
    });
    expect(refusalCode([5000, 12], { stated })).toBe("scale-contradicted");
    expect(refusalCode([-5000, 12], { stated })).toBe("scale-contradicted");
    expect(settle([150, 0], { stated: { scale: "z", by: "declared" } }).values).toEqual([150, 0]);
  });

  it("says that a table without a value has no scale", () => {
    expect(settle([Number.NaN]).scale.name).toBe("unknown");
  });

  it("takes counts and TPM as log2(x + 1), their zeros as values", () => {
    const rna = { molecule: "rna" } as const;
    expect(settle([1023, 0, 7], rna)).toMatchObject({
      scale: { name: "log2-counts" },
      values: [10, 0, 3],
    });
    expect(settle([1023, 0.5, 0], rna).scale.name).toBe("log2-tpm");
    const stated = { scale: "tpm", by: "declared" } as const;
    expect(settle([3, 0, 1], { stated }).values).toEqual([2, 0, 1]);
    expect(refusalCode([3, -1], { stated })).toBe("scale-contradicted");
  });

  it("keeps NPX, z and scores as they are, zeros too", () => {
    for (const scale of ["npx", "z", "score"] as const) {
      const stated = { scale, by: "declared" };
      expect(settle([0, -1.5, 3], { stated })).toMatchObject({
        scale: { name: scale },
        values: [0, -1.5, 3],
      });
    }
  });

  it("recognizes z by rows of mean 0 and deviation 1, and no log2 ratios", () => {
    const standard = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 1 : -1));
    const scaled = (factor: number) =>
      Array.from({ length: 6 }, () => ({
        value: 1,
        cohort: Float64Array.from(standard, (value) => value * factor),
      }));
    expect(settle([], { rows: scaled(1) }).scale.name).toBe("z");
    expect(settle([], { rows: scaled(0.5) }).scale.name).toBe("log2-ratio");
    expect(settle([], { rows: scaled(1).slice(0, 4) }).scale.name).toBe("log2-ratio");
  });

  it("refuses a table of which one sample is on another scale, naming it", () => {
    const linear = Array.from({ length: 12 }, (_, index) => ({
      value: 20 + index / 10,
      cohort: Float64Array.from([1e6 + index, 2e6]),
    }));
    const samples = ["TUMOR", "A", "B"];
    expect(refusalCode([], { rows: linear, samples })).toBe("scale-mixed");
    const ratios = Array.from({ length: 12 }, (_, index) => ({
      value: index - 6,
      cohort: Float64Array.from([20 + index, 0]),
    }));
    expect(refusalCode([], { rows: ratios, samples })).toBe("scale-mixed");
  });
});
