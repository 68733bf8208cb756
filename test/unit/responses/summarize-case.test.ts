import { describe, expect, test } from "vitest";
import type { EntryOf, ResponseEntry } from "../../../src/model/response-event.ts";
import { effectiveEvents } from "../../../src/responses/effective-events.ts";
import { summarizeCase } from "../../../src/responses/summarize-case.ts";
import { course, measurement, read, writeRecord } from "./sample-record.ts";

const rule = { threshold: 1.3, operator: "ge" } as const;

function summarize(entries: readonly ResponseEntry[]) {
  const { lines } = read(writeRecord(entries).lines);
  const record = { file: "responses.ndjson", lines: lines.length, sha256: "", corrected: 0 };
  return summarizeCase("T1", effectiveEvents(lines).get("T1") ?? [], { rule, record });
}

const without = (...kinds: string[]) => course.filter(({ event }) => !kinds.includes(event));
const startB = course[4]!;
const a = course.slice(0, 2);

test("the course of a patient comes to periods, ratio and best response", () => {
  const summary = summarize(course);
  expect(summary.periods).toMatchObject([
    { period: "A", days: 80, endedBy: "progression" },
    { period: "B", days: 120, endedBy: "progression", end: "2026-05-20" },
  ]);
  expect(summary.verdict).toMatchObject({ state: "benefit", ratio: 1.5, isLowerBound: false });
  expect(summary.recist).toMatchObject({ best: "PR", baseline: { sum: 60, lesions: 2 } });
  expect(summary.recist.points).toMatchObject([
    { day: 56, sum: 36, fromBaseline: -0.4, response: "PR" },
  ]);
  expect(summary.flags).toEqual([]);
});

describe("the therapy of period B", () => {
  const given = (therapy: string) =>
    summarize(
      course.map((entry) =>
        entry.event === "start" && entry.period === "B" ? { ...entry, therapy } : entry,
      ),
    ).flags.map(({ code }) => code);

  test.each(["vemurafenib", "Vemurafenib"])("is that of the target as %s", (therapy) => {
    expect(given(therapy)).toEqual([]);
  });

  test.each(["trametinib", "vemurafenib + cobimetinib"])("is flagged as %s", (therapy) => {
    expect(given(therapy)).toEqual(["therapy-not-of-target"]);
  });
});

describe("the end of period B", () => {
  test("is the first progression that measurements show", () => {
    const summary = summarize([...course.slice(0, 6), measurement("2026-04-20", [40, 20])]);
    expect(summary.periods[1]).toMatchObject({ days: 90, endedBy: "progression" });
    expect(summary.verdict.state).toBe("no benefit");
  });

  test("is the earlier of told and measured progression, with a flag", () => {
    const summary = summarize([...course, measurement("2026-04-20", [40, 20])]);
    expect(summary.periods[1]).toMatchObject({ days: 90 });
    expect(summary.flags.map(({ code }) => code)).toContain("progression-days-differ");
  });

  test("is the measured progression also where the patient was told to be without it later, with a flag", () => {
    const seen = { event: "assessment", case: "T1", date: "2026-05-10", period: "B" } as const;
    const summary = summarize([...course.slice(0, 6), measurement("2026-04-20", [40, 20]), seen]);
    expect(summary.periods[1]).toMatchObject({ days: 90, endedBy: "progression" });
    expect(summary.flags.map(({ code }) => code)).toContain("seen-after-progression");
  });

  test("is death without progression", () => {
    const death: ResponseEntry = { event: "death", case: "T1", date: "2026-02-20", cause: "other" };
    const summary = summarize([...a, startB, death]);
    expect(summary.periods[1]).toMatchObject({ days: 31, endedBy: "death" });
    expect(summary.verdict.state).toBe("no benefit");
  });

  test("is open after the last day that the patient was seen", () => {
    const seen: ResponseEntry = {
      event: "assessment",
      case: "T1",
      date: "2026-04-01",
      period: "B",
    };
    const summary = summarize([...a, startB, seen]);
    expect(summary.periods[1]).toMatchObject({ days: 71, endedBy: "censored", end: "2026-04-01" });
    expect(summary.verdict).toMatchObject({ state: "undetermined", isLowerBound: true });
    expect(summarize([...a, startB, { ...seen, date: "2026-05-04" }]).verdict.state).toBe(
      "benefit",
    );
  });

  test("is open when the patient was never seen", () => {
    expect(summarize([...a, startB]).verdict.state).toBe("undetermined");
  });
});

test("a line that was stopped for toxicity has no period A", () => {
  const stop: ResponseEntry = {
    event: "stop",
    case: "T1",
    date: "2025-11-20",
    period: "A",
    reason: "toxicity",
  };
  const summary = summarize([course[0]!, stop, ...course.slice(4)]);
  expect(summary.verdict).toMatchObject({
    state: "not computable",
    reason: {
      code: "no-progression-a",
      text: "no progression of period A is recorded: its start and its progression are needed",
    },
  });
});

describe("toxicity", () => {
  const event = (date: string): ResponseEntry => ({
    event: "toxicity",
    case: "T1",
    date,
    term: "Neutropenia",
    grade: 4,
    related: true,
  });
  const datesOf = (entries: readonly ResponseEntry[]) => {
    const { toxicities, earlierToxicities } = summarize(entries);
    return [toxicities, earlierToxicities].map((events) => events.map(({ date }) => date));
  };

  test("counts with period B from the day of its start on, and not before", () => {
    const events = ["2025-10-10", "2026-01-19", "2026-01-20", "2026-03-01"].map(event);
    expect(datesOf([...course, ...events])).toEqual([
      ["2026-01-20", "2026-03-01"],
      ["2025-10-10", "2026-01-19"],
    ]);
  });

  test("counts with none where no period B is recorded", () => {
    expect(datesOf([...a, event("2025-12-01")])).toEqual([[], ["2025-12-01"]]);
  });
});

describe("flags", () => {
  const codes = (entries: readonly ResponseEntry[]) =>
    summarize(entries).flags.map(({ code }) => code);

  test("a period A of less than six weeks", () => {
    const start = { ...course[0]!, date: "2025-10-10" } as ResponseEntry;
    expect(codes([start, ...course.slice(1)])).toEqual(["short-period-a"]);
    const exact = { ...course[0]!, date: "2025-10-09" } as ResponseEntry;
    expect(codes([exact, ...course.slice(1)])).toEqual([]);
  });

  test("unequal planned assessments", () => {
    const start = { ...course[0]!, scanDays: 70 } as ResponseEntry;
    expect(codes([start, ...course.slice(1)])).toEqual(["unequal-scan-intervals"]);
  });

  test("assessments that nobody told of", () => {
    const { scanDays: _, ...start } = course[0] as ResponseEntry & { event: "start" };
    expect(codes([start, ...course.slice(1)])).toEqual(["scan-intervals-unknown"]);
  });

  test("an old baseline, and target lesions that are too small for one", () => {
    const old = [...without("measurement"), measurement("2025-12-22", [40, 9])];
    expect(codes(old)).toEqual(["unseen-before-end", "old-baseline", "small-target-lesion"]);
  });

  test("an end before which two assessments or more are missing", () => {
    const ended = (date: string): ResponseEntry => ({
      event: "death",
      case: "T1",
      date,
      cause: "unknown",
    });
    const seen = course.slice(0, 6);
    // 112 days are two intervals of 56, and a week is allowed beside them.
    expect(codes([...seen, ended("2026-07-14")])).toEqual([]);
    expect(summarize([...seen, ended("2026-07-15")]).flags).toMatchObject([
      {
        code: "unseen-before-end",
        text: "No assessment of period B is recorded in the 120 days from 2026-03-17 to the death on 2026-07-15, with 56 days between assessments: two or more were missed or not recorded, and progression may have come before.",
      },
    ]);
    const assessed: ResponseEntry = {
      event: "assessment",
      case: "T1",
      date: "2026-05-12",
      period: "B",
    };
    expect(codes([...seen, assessed, ended("2026-07-15")])).toEqual([]);
  });

  test("a stop for progression without its day", () => {
    const stop: ResponseEntry = {
      event: "stop",
      case: "T1",
      date: "2026-05-20",
      period: "B",
      reason: "progression",
    };
    expect(codes([...without("progression").slice(0, -1), stop])).toContain(
      "progression-not-recorded",
    );
  });
});

describe("a therapy that was stopped before its period ended", () => {
  const stop = (
    period: "A" | "B",
    date: string,
    reason: "toxicity" | "completed" | "progression",
  ) => ({ event: "stop", case: "T1", date, period, reason }) as const;

  test("is flagged in period B with its day; progression counts", () => {
    const { verdict, flags } = summarize([...course, stop("B", "2026-02-20", "toxicity")]);
    expect(verdict).toMatchObject({ state: "benefit", ratio: 1.5 });
    expect(flags).toMatchObject([
      {
        code: "stopped-before-end",
        text: "Therapy of period B was stopped on day 31 (toxicity), 89 days before its progression on day 120: the period counts time without it.",
      },
    ]);
  });

  test("leaves period A without a length to compare with", () => {
    const { verdict, flags } = summarize([...course, stop("A", "2025-10-01", "toxicity")]);
    expect(verdict).toMatchObject({
      state: "not computable",
      reason: { code: "period-a-stopped" },
    });
    expect(flags.map(({ code }) => code)).toEqual(["stopped-before-end"]);
  });

  test("is measured to progression after a course that was completed, with a flag", () => {
    const { verdict, flags } = summarize([...course, stop("A", "2025-10-01", "completed")]);
    expect(verdict.state).toBe("benefit");
    expect(flags.map(({ code }) => code)).toEqual(["stopped-before-end"]);
  });

  test("is none where progression ended both, in whatever order the days were", () => {
    const ended = [stop("A", "2025-11-19", "progression"), stop("B", "2026-05-22", "toxicity")];
    expect(summarize([...course, ...ended]).flags).toEqual([]);
  });
});

describe("the best response", () => {
  const best = (...points: ResponseEntry[]) =>
    summarize([...course.slice(0, 5), ...points]).recist.best;

  test("does not count what comes after progression", () => {
    expect(best(measurement("2026-03-17", [60, 30]), measurement("2026-05-17", [10, 10]))).toBe(
      "PD",
    );
  });

  test("does not count what comes after a progression that was told", () => {
    const later = measurement("2026-07-20", [1, 1]);
    expect(summarize([...course, later]).recist).toMatchObject({ best: "PR" });
    const told = course.filter((entry) => entry.event === "progression" && entry.period === "B");
    const by = (basis: EntryOf<"progression">["basis"]) =>
      summarize([
        ...course.slice(0, 5),
        ...told.map((entry) => ({ ...entry, basis }) as ResponseEntry),
        later,
      ]).recist;
    expect(by("clinical")).toMatchObject({
      best: null,
      reason: "no measurement between the start of period B and its progression",
    });
    expect(by("imaging")).toMatchObject({ best: "PD" });
  });

  describe("with a progression that imaging told and no measurement shows", () => {
    const told = (date: string, basis: EntryOf<"progression">["basis"]): ResponseEntry => ({
      event: "progression",
      case: "T1",
      date,
      period: "B",
      basis,
    });
    const judge = (...entries: ResponseEntry[]) => summarize([...course.slice(0, 5), ...entries]);
    const early = measurement("2026-02-20", [40, 20]);

    test("is progression after stable disease that was too short to count", () => {
      expect(judge(early, told("2026-03-10", "imaging")).recist).toMatchObject({
        best: "PD",
        reason: "progression by imaging is recorded on 2026-03-10, and no response before it",
      });
      expect(judge(early, told("2026-03-10", "marker")).recist.best).toBe("NE");
    });

    test("is progression where nothing was measured after the start", () => {
      expect(judge(told("2026-03-10", "imaging")).recist.best).toBe("PD");
      expect(judge(told("2026-03-10", "clinical")).recist).toMatchObject({
        best: null,
        reason: "no measurement after the start of period B",
      });
    });

    test("keeps what was better before it", () => {
      expect(
        judge(measurement("2026-03-17", [24, 12]), told("2026-05-20", "imaging")).recist.best,
      ).toBe("PR");
    });

    test("takes no response from the diameters of its own day, and a flag tells them", () => {
      const sameDay = [measurement("2026-03-17", [24, 12]), told("2026-03-17", "imaging")];
      const { recist, flags } = judge(...sameDay);
      expect(recist.best).toBe("PD");
      expect(flags.map(({ code }) => code)).toEqual(["progression-not-measured"]);
      const clinical = judge(measurement("2026-03-17", [24, 12]), told("2026-03-17", "clinical"));
      expect(clinical.recist.best).toBe("PR");
      expect(clinical.flags).toEqual([]);
    });
  });

  test("is stable disease from the 42nd day on", () => {
    expect(best(measurement("2026-03-02", [40, 20]))).toBe("NE");
    expect(best(measurement("2026-03-03", [40, 20]))).toBe("SD");
  });

  test("compares with the smallest sum on study", () => {
    const { recist } = summarize([
      ...course.slice(0, 5),
      measurement("2026-03-17", [10, 10]),
      measurement("2026-05-17", [15, 11]),
    ]);
    expect(recist.points.map(({ response }) => response)).toEqual(["PR", "PD"]);
    expect(recist.points[1]).toMatchObject({ fromNadir: 0.3 });
  });

  test("is complete when nodes are below 10 mm and everything else is gone", () => {
    const nodes = (date: string, mm: number, node: number): ResponseEntry => ({
      event: "measurement",
      case: "T1",
      date,
      lesions: [
        { id: "L1", organ: "liver", mm },
        { id: "N1", organ: "axilla", mm: node, node: true },
      ],
      nonTarget: "gone",
      newLesions: false,
    });
    const bestOf = (node: number) =>
      summarize([...a, nodes("2026-01-15", 30, 18), startB, nodes("2026-03-17", 0, node)]).recist
        .best;
    expect(bestOf(9.9)).toBe("CR");
    expect(bestOf(10)).toBe("PR");
    const after = (node: number) =>
      summarize([
        ...a,
        nodes("2026-01-15", 30, 18),
        startB,
        nodes("2026-03-17", 0, 8),
        nodes("2026-05-17", 0, node),
      ]).recist.points.map(({ response }) => response);
    expect(after(9.9)).toEqual(["CR", "CR"]);
    expect(after(10)).toEqual(["CR", "PD"]);
  });

  describe("with other lesions", () => {
    const seen = (
      date: string,
      mm: readonly number[],
      nonTarget: EntryOf<"measurement">["nonTarget"],
    ): ResponseEntry => ({
      ...(measurement(date, mm) as EntryOf<"measurement">),
      nonTarget,
    });
    const judge = (...points: ResponseEntry[]) =>
      summarize([...a, ...points.slice(0, 1), startB, ...points.slice(1)]);

    test("that were there at baseline is not complete where nothing is told of them", () => {
      const { recist } = judge(seen("2026-01-15", [30], "present"), measurement("2026-03-17", [0]));
      expect(recist).toMatchObject({ best: "PR" });
    });

    test("that were told to be gone stays complete", () => {
      const { recist } = judge(
        seen("2026-01-15", [30], "present"),
        seen("2026-03-17", [0], "gone"),
        measurement("2026-05-17", [0]),
      );
      expect(recist.points.map(({ response }) => response)).toEqual(["CR", "CR"]);
    });

    test("that are back after a complete response is progression", () => {
      const { recist } = judge(
        seen("2026-01-15", [30], "present"),
        seen("2026-03-17", [0], "gone"),
        seen("2026-05-17", [0], "present"),
      );
      expect(recist.points.map(({ response }) => response)).toEqual(["CR", "PD"]);
    });

    test("alone, that neither went nor grew, is non-CR/non-PD, and the patient was seen", () => {
      const { recist, periods, verdict } = judge(
        seen("2026-01-15", [], "present"),
        seen("2026-02-20", [], "present"),
        seen("2026-06-17", [], "present"),
      );
      expect(recist.best).toBe("non-CR/non-PD");
      expect(periods[1]).toMatchObject({ end: "2026-06-17", endedBy: "censored", days: 148 });
      expect(verdict).toMatchObject({ state: "benefit", isLowerBound: true });
    });

    test("alone is not evaluable before the 42nd day", () => {
      const { recist } = judge(
        seen("2026-01-15", [], "present"),
        seen("2026-02-20", [], "present"),
      );
      expect(recist.best).toBe("NE");
    });
  });

  test("is never complete where a target lesion was gone at baseline already", () => {
    const node = (date: string): ResponseEntry => ({
      ...(measurement(date, []) as EntryOf<"measurement">),
      lesions: [{ id: "N1", organ: "axilla", mm: 8, node: true }],
    });
    expect(summarize([...a, node("2026-01-15"), startB, node("2026-03-17")]).recist.best).toBe(
      "NE",
    );
    const nothing = [measurement("2026-01-15", [0]), startB, measurement("2026-03-17", [0])];
    expect(summarize([...a, ...nothing]).recist.best).toBe("NE");
  });

  test("is not known without a measurement before period B", () => {
    expect(summarize(without("measurement")).recist).toMatchObject({ best: null, baseline: null });
  });
});

test("change in ctDNA is by variant and assay, from the last reading before treatment", () => {
  const ctdna = (date: string, assay: string, vaf: number): ResponseEntry => ({
    event: "ctdna",
    case: "T1",
    date,
    assay,
    readings: [{ variant: "BRAF V600E", vaf }],
  });
  const { molecular } = summarize([
    ...course,
    ctdna("2026-01-02", "ddPCR", 0.3),
    ctdna("2026-01-19", "ddPCR", 0.2),
    ctdna("2026-02-19", "ddPCR", 0.05),
    ctdna("2026-03-19", "ddPCR", 0),
    ctdna("2026-03-19", "panel", 0.01),
  ]);
  expect(molecular).toMatchObject([
    {
      assay: "ddPCR",
      change: -1,
      cleared: true,
      series: [{ vaf: 0.2 }, { vaf: 0.05 }, { vaf: 0 }],
    },
    { assay: "panel", change: null, cleared: null },
  ]);
});

test("ctDNA is one series however variant and assay are spelled", () => {
  const ctdna = (date: string, assay: string, variant: string, vaf: number): ResponseEntry => ({
    event: "ctdna",
    case: "T1",
    date,
    assay,
    readings: [{ variant, vaf }],
  });
  const { molecular } = summarize([
    ...course,
    ctdna("2026-01-19", "ddPCR", "BRAF V600E", 0.1),
    ctdna("2026-03-19", "ddPCR", "BRAF V600E", 0),
    ctdna("2026-04-19", "DDPCR", "braf v600e", 0.2),
  ]);
  expect(molecular).toMatchObject([
    { variant: "BRAF V600E", assay: "ddPCR", change: 1, cleared: false },
  ]);
});

test("verification is the latest before treatment", () => {
  const verified = (date: string, result: "supported" | "contradicted"): ResponseEntry => ({
    event: "verification",
    case: "T1",
    date,
    method: "immunohistochemistry",
    result,
  });
  expect(summarize(course).verification).toBe("verified");
  expect(
    summarize([
      ...course,
      verified("2026-01-14", "supported"),
      verified("2026-02-14", "contradicted"),
    ]).verification,
  ).toBe("supported");
});
