import { expect, test } from "vitest";
import type { ResponseEntry } from "../../../src/model/response-event.ts";
import { effectiveEvents } from "../../../src/responses/effective-events.ts";
import { summarizeCohort } from "../../../src/responses/summarize-cohort.ts";
import { course, read, writeRecord } from "./sample-record.ts";

const day = (first: string, days: number): string =>
  new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);

interface Patient {
  readonly a: number | null;
  readonly b: number;
  readonly ended: boolean;
  readonly gene?: string;
  readonly tier?: "I" | "II";
}

/** Ten patients, of ratios and states that can be counted by hand. */
const patients: readonly Patient[] = [
  { a: 100, b: 130, ended: true, gene: "BRAF", tier: "I" },
  { a: 100, b: 150, ended: false, gene: "BRAF", tier: "I" },
  { a: 100, b: 126, ended: true, gene: "BRAF", tier: "II" },
  { a: 100, b: 50, ended: true, gene: "KRAS", tier: "II" },
  { a: 100, b: 120, ended: false, gene: "KRAS", tier: "II" },
  { a: null, b: 120, ended: true, gene: "KRAS", tier: "II" },
  { a: 30, b: 60, ended: true },
];

function cohort(
  given: readonly Patient[],
  options: { operator?: "ge" | "gt"; isModified?: boolean } = {},
) {
  const entries = given.flatMap(({ a, b, ended, gene, tier }, at): ResponseEntry[] => {
    const id = `P${at + 1}`;
    const start = "2025-06-01";
    const target = course[2] as ResponseEntry & { event: "target" };
    return [
      ...(a === null
        ? []
        : ([
            { event: "start", case: id, date: "2024-06-01", period: "A", therapy: "x" },
            {
              event: "progression",
              case: id,
              date: day("2024-06-01", a),
              period: "A",
              basis: "imaging",
            },
          ] as const)),
      ...(gene === undefined || tier === undefined
        ? []
        : [
            { ...target, case: id, date: start, tier, alterations: [{ gene, label: `${gene} x` }] },
          ]),
      { event: "start", case: id, date: start, period: "B", therapy: "y" },
      ended
        ? { event: "progression", case: id, date: day(start, b), period: "B", basis: "imaging" }
        : { event: "assessment", case: id, date: day(start, b), period: "B" },
    ];
  });
  const { lines } = read(writeRecord(entries).lines);
  return summarizeCohort(effectiveEvents(lines), {
    rule: { threshold: 1.3, operator: options.operator ?? "ge" },
    isModified: options.isModified ?? false,
    record: { file: "responses.ndjson", lines: lines.length, sha256: "" },
  });
}

test("verdicts are counted, and undetermined ones stay out of the share", () => {
  const { all } = cohort(patients);
  expect(all.states).toEqual({ benefit: 3, "no benefit": 2, undetermined: 1, "not computable": 1 });
  expect(all.share).toMatchObject({ hits: 3, of: 5, value: 0.6 });
  // Of the ratios 0.5, 1.2 (censored), 1.26, 1.3, 1.5 (censored) and 2, two end below the threshold: one of 6, then one of 4.
  expect(all.survival?.value).toBeCloseTo((5 / 6) * (3 / 4), 12);
});

test("the operator moves a ratio of exactly the threshold in both estimates", () => {
  const { all } = cohort(patients, { operator: "gt" });
  expect(all.share).toMatchObject({ hits: 2, of: 5 });
  expect(all.survival?.value).toBeCloseTo((5 / 6) * (3 / 4) * (2 / 3), 12);
});

test("groups are those of target, tier and verification; what is not recorded stands last", () => {
  const { byTarget, byTier, byVerification } = cohort(patients);
  expect(byTarget.map(({ name, cases }) => [name, cases])).toEqual([
    ["vemurafenib for BRAF", 3],
    ["vemurafenib for KRAS", 3],
    ["not recorded", 1],
  ]);
  expect(byTier.map(({ name, states }) => [name, states.benefit])).toEqual([
    ["tier I", 2],
    ["tier II", 0],
    ["not recorded", 1],
  ]);
  expect(byVerification.map(({ name }) => name)).toEqual(["verified", "not recorded"]);
});

test("the modified ratio counts a long period B as just enough, and a short A as two months", () => {
  const long = [
    { a: 200, b: 190, ended: true },
    { a: 30, b: 60, ended: true },
  ];
  expect(cohort(long).all.states).toMatchObject({ benefit: 1, "no benefit": 1 });
  expect(cohort(long, { isModified: true }).all.states).toMatchObject({
    benefit: 1,
    "no benefit": 1,
  });
  expect(cohort(long.slice(0, 1)).all.states.benefit).toBe(0);
  expect(cohort(long.slice(0, 1), { isModified: true }).all.states.benefit).toBe(1);
  expect(cohort(long.slice(1), { isModified: true }).all.states.benefit).toBe(0);
});

test("patients whose period B names another therapy than the target are counted", () => {
  expect(cohort(patients).otherTherapy).toBe(6);
});

test("a study without a verdict has no share", () => {
  expect(cohort([{ a: null, b: 10, ended: false }]).all).toMatchObject({
    share: null,
    survival: null,
  });
});

test("ratios that count time after a therapy was stopped are counted", () => {
  const stop: ResponseEntry = {
    event: "stop",
    case: "T1",
    date: "2026-02-20",
    period: "B",
    reason: "toxicity",
  };
  const { lines } = read(writeRecord([...course, stop]).lines);
  const summary = summarizeCohort(effectiveEvents(lines), {
    rule: { threshold: 1.3, operator: "ge" },
    isModified: false,
    record: { file: "responses.ndjson", lines: lines.length, sha256: "" },
  });
  expect(summary.stoppedEarly).toBe(1);
});
