/** Proteins that the file declares not detected (clinical 4.3). */
import { describe, expect, it } from "vitest";
import {
  callOutliers,
  type OutlierOptions,
} from "../../../../src/annotate/proteins/protein-outliers.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import type { ProteinRow, ProteinTable } from "../../../../src/read/protein-reader.ts";

const samples = 20;

/** A row whose first `detected` reference samples have a value. */
function row(gene: string, line: number, { value, detected }: Partial<Row> = {}): ProteinRow {
  const cohort = Float64Array.from({ length: samples }, (_, index) =>
    index < (detected ?? samples) ? 10 + Math.sin(index * 7) / 2 : Number.NaN,
  );
  return { gene, line, value: value === undefined ? 10.02 : value, cohort };
}
interface Row {
  readonly value: number | null;
  readonly detected: number;
}

const quiet = (count: number): ProteinRow[] =>
  Array.from({ length: count }, (_, index) => row(`G${index}`, 100 + index));

function undetected(gene: string, line: number, detected = samples): ProteinRow {
  return { ...row(gene, line, { value: null, detected }), notDetected: { value: null } };
}

function call(
  rows: readonly ProteinRow[],
  changes: Partial<ProteinTable> = {},
  options: Partial<OutlierOptions> = {},
) {
  const problems: Problem[] = [];
  const result = callOutliers(
    {
      file: "t.csv",
      format: "protein-long",
      molecule: "protein",
      sample: "TUMOR",
      cohortSamples: Array.from({ length: rows[0]?.cohort.length ?? 0 }, (_, index) => `S${index}`),
      cohortName: "cohort A",
      scale: { name: "log2-intensity", decidedBy: "declared" },
      detection: "column detection",
      rows,
      counts: { read: rows.length, refused: 0, setAside: 0 },
      digest: { sha256: "0".repeat(64), bytes: 1 },
      ...changes,
    },
    {
      declared: new Set(["MTAP"]),
      currentSymbol: (name) => name,
      report: (problem) => problems.push(problem),
      ...options,
    },
  );
  return { ...result, only: result.calls.find(({ gene }) => gene === "MTAP") };
}

describe("a protein that is declared not detected", () => {
  it("is low where nine of ten samples detect it, without a z, and the share is said", () => {
    const { only, observations, method } = call([undetected("MTAP", 2, 19), ...quiet(12)]);
    expect(only?.call).toBe("down");
    expect(only?.reason).toEqual({
      code: "not-detected",
      text: "MTAP protein was not detected in TUMOR (column detection), and 19 of 20 reference samples detect it: not detected (cohort 95 %); it is low without a z, which a value below the limit does not allow.",
    });
    expect(only?.support).toMatchObject({
      value: null,
      modifiedZ: null,
      log2Fold: null,
      p: null,
      q: null,
      percentile: null,
      detection: { by: "column detection", detected: 19, samples: 20 },
    });
    expect(observations).toMatchObject([
      {
        id: "expression:protein:MTAP:down",
        label: "MTAP protein not detected",
        alteration: { direction: "down" },
      },
    ]);
    expect(method).toContain("what column detection declares not detected is low, without a z");
  });

  it.each([
    [18, "down", "90 %"],
    [17, "not assessable", "85 %"],
    [0, "not assessable", "0 %"],
  ])("with %i of 20 samples that detect it is %s", (detected, state, share) => {
    const { only } = call([undetected("MTAP", 2, detected), ...quiet(12)]);
    expect(only?.call).toBe(state);
    expect(only?.reason.text).toContain(share);
    if (state !== "down") expect(only?.reason.code).toBe("not-detected-rare");
  });

  it("is not low for a value that is only missing", () => {
    const { only } = call([row("MTAP", 2, { value: null }), ...quiet(12)]);
    expect(only).toMatchObject({ call: "not assessable", reason: { code: "not-measured" } });
    expect(only?.support.detection).toBeUndefined();
  });

  it("counts values below the limit among the cohort as not detected, and keeps them as values", () => {
    const below = Uint8Array.from({ length: samples }, (_, index) => (index < 3 ? 1 : 0));
    const mtap = { ...undetected("MTAP", 2), cohortNotDetected: below };
    const { only } = call([mtap, ...quiet(12)]);
    expect(only?.reason.code).toBe("not-detected-rare");
    expect(only?.support).toMatchObject({
      n: 20,
      missing: 0,
      detection: { detected: 17, samples: 20 },
    });
  });

  it("is not called in a cohort of 19", () => {
    const cut = (each: ProteinRow): ProteinRow => ({ ...each, cohort: each.cohort.slice(0, 19) });
    const { only } = call([undetected("MTAP", 2), ...quiet(12)].map(cut));
    expect(only).toMatchObject({ call: "not assessable", reason: { code: "cohort-small" } });
  });

  it("is not called without a cohort", () => {
    const alone = (each: ProteinRow): ProteinRow => ({ ...each, cohort: new Float64Array() });
    const { only } = call([undetected("MTAP", 2), ...quiet(12)].map(alone));
    expect(only).toMatchObject({ call: "not assessable", reason: { code: "no-reference-cohort" } });
  });
});

describe("a sample that failed", () => {
  it("has no protein called not detected where it lacks more than a tenth of what the cohort detects", () => {
    const lost = quiet(20).map((each, index) =>
      index < 3 ? undetected(each.gene, each.line) : each,
    );
    const { only } = call([undetected("MTAP", 2), ...lost]);
    expect(only).toMatchObject({
      call: "not assessable",
      reason: {
        code: "sample-detection-low",
        text: "MTAP protein was not detected in TUMOR (column detection); the sample detects only 17 of the 20 other proteins that 90 % of the cohort detect, fewer than 90 %, so the lack of one protein says nothing.",
      },
    });
  });

  it("counts what is only missing like what is declared", () => {
    const lost = quiet(20).map((each, index) => (index < 3 ? { ...each, value: null } : each));
    expect(call([undetected("MTAP", 2), ...lost]).only?.reason.code).toBe("sample-detection-low");
  });

  it("is not held against the sample where the cohort lacks the same proteins", () => {
    const rare = Array.from({ length: 20 }, (_, index) => undetected(`R${index}`, 200 + index, 10));
    expect(call([undetected("MTAP", 2), ...quiet(12), ...rare]).only?.call).toBe("down");
  });

  it("may lack the neighbor of a lost gene", () => {
    const rows = [undetected("MTAP", 2), undetected("CDKN2A", 3), ...quiet(10)];
    expect(call(rows).only?.call).toBe("down");
  });

  it("cannot be told in a table of few proteins", () => {
    const { only } = call([undetected("MTAP", 2), ...quiet(9)]);
    expect(only).toMatchObject({
      call: "not assessable",
      reason: { code: "sample-detection-unknown" },
    });
  });

  it("that lies off its cohort as a whole has no protein called not detected", () => {
    const shifted = quiet(12).map((each) => ({ ...each, value: 9.2 }));
    const { only } = call([undetected("MTAP", 2), ...shifted]);
    expect(only).toMatchObject({ call: "not assessable", reason: { code: "sample-shifted" } });
  });

  it("is not taken for shifted because its low values are declared below the limit", () => {
    // Half of the proteins lie around the limit in all samples: the case is like its cohort.
    const around = quiet(24).map((each, index) => {
      const value = 10.02 + (index % 2 === 0 ? 0.9 : -0.9);
      return value > 10 ? { ...each, value } : { ...each, value: null, notDetected: { value } };
    });
    expect(call([row("MTAP", 2), ...around]).shifts).toMatchObject([{ state: "within" }]);
  });
});

describe("what the rule does not speak of", () => {
  it("is a phosphosite, and RNA", () => {
    const site = { ...undetected("MTAP", 2), site: "S10" };
    const { only } = call([site, ...quiet(12)], { molecule: "phosphosite" });
    expect(only).toMatchObject({
      call: "not assessable",
      reason: { code: "not-detected-no-protein" },
    });
    const rna = call([undetected("MTAP", 2), ...quiet(12)], { molecule: "rna" });
    expect(rna.only?.call).toBe("not assessable");
  });

  it("is another program's rule", () => {
    const { only } = call([undetected("MTAP", 2), ...quiet(12)], {}, { peerRule: "tukey" });
    expect(only).toMatchObject({
      call: "not assessable",
      reason: { code: "not-detected-peer-rule" },
    });
  });
});
