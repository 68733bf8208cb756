import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../../src/model/problem.ts";
import { Refusal } from "../../../../../src/model/refusal.ts";
import { doubtMolecule } from "../../../../../src/read/proteins/names/doubt-molecule.ts";
import {
  settleScale,
  type ScaleInput,
} from "../../../../../src/read/proteins/scale/protein-scale.ts";

/** Numbers between 0 and 1 that are the same each time (Park and Miller 1988). */
function makeRandom(): () => number {
  let state = 20_261_126;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A table of log2 intensities: 120 proteins around 2^16 to 2^28, each with a spread of its own, in 30 samples. */
function makeTable(): number[][] {
  const random = makeRandom();
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: 120 }, () => {
    const [center, spread] = [16 + 12 * random(), 0.4 * 4 ** random()];
    return Array.from({ length: 30 }, () => center + spread * normal());
  });
}

const table = makeTable();
const map = (change: (value: number, row: number, sample: number) => number): number[][] =>
  table.map((values, row) => values.map((value, sample) => change(value, row, sample)));
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const deviationOf = (values: readonly number[]): number =>
  Math.sqrt(meanOf(values.map((value) => (value - meanOf(values)) ** 2)));
const ratios = table.map((values) => values.map((value) => value - meanOf(values)));
const z = ratios.map((values) => values.map((value) => value / deviationOf(values)));

function settle(values: readonly (readonly number[])[], options: Partial<ScaleInput> = {}) {
  const problems: Problem[] = [];
  const rows = values.map(([value = Number.NaN, ...cohort], index) => ({
    gene: `G${index + 1}`,
    line: index + 2,
    value,
    cohort: Float64Array.from(cohort),
  }));
  const samples = (values[0] ?? []).map((_, index) => `S${index + 1}`);
  const report = (problem: Problem): void => void problems.push(problem);
  try {
    const { name } = settleScale({
      file: "t.csv",
      molecule: "protein",
      rows,
      samples,
      stated: null,
      report,
      ...options,
    });
    const warnings = problems.filter(({ severity }) => severity === "warning");
    return { name, warnings, said: warnings.map(({ message }) => message).join("\n") };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [problem] = error.problems;
    return { name: problem?.code, warnings: [], said: problem?.message ?? "" };
  }
}

it("warns of whole numbers that pass for log2, and says how to declare counts", () => {
  const counts = map((value) => Math.max(1, Math.round(value - 14)));
  const { name, warnings, said } = settle(counts);
  expect(name).toBe("log2-intensity");
  expect(said).toContain("every value is a whole number");
  expect(warnings.find(({ message }) => message.includes("whole"))?.hint).toContain("counts");
  expect(settle(table).said).toBe("");
});

describe("a table that is on one scale", () => {
  it.each([
    ["log2-intensity", table],
    ["log2-intensity", map((value) => Math.round(2 ** value))],
    ["log2-ratio", ratios],
    ["log2-ratio", ratios.map((values) => values.slice(0, 8))],
    ["z", z],
  ])("is read as %s without a doubt", (name, values) => {
    expect(settle(values)).toMatchObject({ name, warnings: [] });
  });
});

describe("a table that is on two scales", () => {
  it("is refused with a value of each: rows of logarithms among linear ones", () => {
    const { name, said } = settle(map((value, row) => (row % 2 === 0 ? value : 2 ** value)));
    expect(name).toBe("scale-mixed");
    expect(said).toMatch(
      /^an impossible mixture of scales: "G1" of "S1" is [\d.]+ \(line 2\) and looks like a logarithm, "G2" of "S1" is \d+ \(line 3\) and looks like a linear intensity; values like the first: 1800, like the second: 1800, like neither: 0$/,
    );
  });

  it("is refused where one row in ten is another, and where samples are", () => {
    expect(settle(map((value, row) => (row % 10 === 0 ? value : 2 ** value))).name).toBe(
      "scale-mixed",
    );
    const { name, said } = settle(map((value, _, at) => (at < 4 ? value : 2 ** value)));
    expect(name).toBe("scale-mixed");
    expect(said).toContain('"G1" of "S5" is');
    expect(said).toContain("samples like the first: 4 of 30");
  });

  it("is refused where ratios stand among intensities", () => {
    const rows = map((value, row, at) => (row % 2 === 0 ? value : (ratios[row]?.[at] ?? 0)));
    expect(settle(rows).name).toBe("scale-mixed");
    const samples = map((value, row, at) => (at > 20 ? value : (ratios[row]?.[at] ?? 0)));
    expect(settle(samples).name).toBe("scale-mixed");
  });

  it("is refused with the extremes where log2 ratios stand among linear values", () => {
    const { name, said } = settle(
      map((value, row, at) => (row % 2 === 0 ? 2 ** value : (ratios[row]?.[at] ?? 0) * 12)),
    );
    expect(name).toBe("scale-unknown");
    expect(said).toMatch(/: "G\d+" of "S\d+" is -[\d.]+ \(line \d+\), "G\d+" of "S\d+" is \d+/);
  });

  it("takes no constant for what is missing as a second scale, and no zero", () => {
    const filled = map((value, row) => (row % 3 === 0 ? 10.5 : 2 ** value));
    expect(settle(filled).name).toBe("log2-intensity");
    const empty = map((value, _, at) => (at === 7 ? 0 : 2 ** value));
    expect(settle(empty).name).toBe("log2-intensity");
  });

  it("is warned about where that cannot be proven", () => {
    const linear = settle(ratios.map((values) => values.map((v, at) => (at < 9 ? 2 ** v : v))));
    expect(linear.said).toContain("samples without a value below zero: 9 of 30");
    const rows = settle(
      ratios.map((values, row) => (row % 2 === 0 ? values.map((v) => 2 ** (v / 2)) : values)),
    );
    expect(rows.said).toContain("60 of 120 rows have no value below zero and lie around 1");
    const far = settle(map((value, _, at) => (at < 9 ? value / Math.log2(10) : value)));
    expect(far.said).toContain("samples on two scales look like this");
  });

  it("is said, and read, where the scale is declared", () => {
    const mixed = map((value, row) => (row % 2 === 0 ? value : 2 ** value));
    const stated = { scale: "intensity", by: "declared" } as const;
    const { name, said } = settle(mixed, { stated });
    expect(name).toBe("log2-intensity");
    expect(said).toContain("the scale is declared as intensity, but values are on two scales");
  });
});

describe("a table that another scale explains as well", () => {
  const hintOf = (values: readonly (readonly number[])[]): string =>
    settle(values)
      .warnings.map(({ hint }) => hint)
      .join("\n");

  it("names z scores that were standardized over other samples", () => {
    const some = z.map((values) => values.map((value) => 1.2 * value + 0.3));
    expect(settle(some).name).toBe("log2-ratio");
    expect(settle(some).said).toContain("z scores look like this");
    expect(hintOf(some)).toContain("--protein-scale z");
  });

  it("names log10", () => {
    const log10 = map((value) => value / Math.log2(10));
    expect(settle(log10).said).toContain("log10 intensities look like this");
    expect(hintOf(log10)).toContain("--protein-scale log10");
  });

  it("names counts, TPM and small values, unless the molecule is stated", () => {
    const small = map((value) => 2 ** (value - 16));
    const counts = small.map((values) => values.map(Math.round));
    expect(settle(counts).said).toContain("as counts are");
    const sums = table[0]!.map((_, at) => small.reduce((sum, row) => sum + (row[at] ?? 0), 0));
    const tpm = small.map((values) => values.map((v, at) => (v / (sums[at] ?? 1)) * 1e6));
    expect(settle(tpm).said).toContain("add up to a million");
    expect(settle(small).said).toContain("as of TPM or linear ratios");
    expect(hintOf(small)).toContain("--protein-molecule rna");
    expect(settle(small, { isMoleculeStated: true }).warnings).toEqual([]);
    expect(settle(small, { molecule: "rna" }).name).toBe("log2-tpm");
  });
});

describe("declared log10", () => {
  const stated = { scale: "log10", by: "declared" } as const;

  it("is brought to log2: of intensities with zeros as missing, of ratios with them", () => {
    const row = { value: 3, cohort: Float64Array.of(0, 4) };
    const input = { file: "t.csv", molecule: "protein", stated, report: () => {} } as const;
    expect(settleScale({ ...input, rows: [row] }).name).toBe("log2-intensity");
    expect(row.value).toBeCloseTo(9.965784, 6);
    expect([...row.cohort]).toEqual([Number.NaN, 4 * Math.log2(10)]);
    const ratio = { value: -1, cohort: Float64Array.of(0, 1) };
    expect(settleScale({ ...input, rows: [ratio] }).name).toBe("log2-ratio");
    expect([...ratio.cohort]).toEqual([0, Math.log2(10)]);
  });
});

describe("doubtMolecule", () => {
  const rowsOf = (...genes: string[]) => genes.map((gene) => ({ gene }));

  it("tells RNA by genes that have no protein", () => {
    const rows = rowsOf("ERBB2", "MALAT1", "LINC00115", "FOXD3-AS1", "MIR21");
    expect(doubtMolecule(rows, { file: "t.csv" })?.message).toContain(
      'genes without a protein: 4 of 5 ("MALAT1", "LINC00115", "FOXD3-AS1", ...)',
    );
    expect(doubtMolecule(rowsOf("ERBB2", "H2AZ1", "MIA-RAB4B"), { file: "t.csv" })).toBeNull();
  });

  it("tells RNA by Ensembl genes of which many code for no protein", () => {
    const ids = Array.from({ length: 200 }, (_, at) => `ENSG${String(at).padStart(11, "0")}`);
    const names = (known: number) => ({
      genesOf: (name: string) => (Number(name.slice(4)) < known ? [name] : []),
    });
    const at = (known: number) =>
      doubtMolecule(rowsOf(...ids), { file: "t.csv", names: names(known) });
    expect(at(100)?.code).toBe("molecule-uncertain");
    expect(at(190)).toBeNull();
  });
});
