import { describe, expect, test } from "vitest";
import type { ResponseEntry } from "../../../src/model/response-event.ts";
import { effectiveEvents } from "../../../src/responses/effective-events.ts";
import { course, faultOf, measurement, read, writeRecord } from "./sample-record.ts";

type Dated = Exclude<ResponseEntry, { event: "void" }>;

const startA: Dated = {
  event: "start",
  case: "T1",
  date: "2025-09-01",
  period: "A",
  therapy: "x",
};
const startB: ResponseEntry = {
  event: "start",
  case: "T1",
  date: "2026-01-20",
  period: "B",
  therapy: "y",
};
const progressed = (period: "A" | "B", date: string): Dated => ({
  event: "progression",
  case: "T1",
  date,
  period,
  basis: "imaging",
});
const died = (date: string): Dated => ({
  event: "death",
  case: "T1",
  date,
  cause: "tumor",
});
const lesions = (date: string, given: readonly [string, string, true?][]): ResponseEntry => ({
  event: "measurement",
  case: "T1",
  date,
  lesions: given.map(([id, organ, node]) => ({ id, organ, mm: 20, ...(node ? { node } : {}) })),
  nonTarget: "none",
  newLesions: false,
});

describe("what cannot have happened is refused", () => {
  test.each<[string, readonly ResponseEntry[], RegExp]>([
    ["in the future", [{ ...startA, date: "2026-11-27" }], /in the future/u],
    ["progression without a start", [progressed("A", "2025-10-01")], /has no start/u],
    [
      "progression before the start",
      [startA, progressed("A", "2025-08-31")],
      /before the start of period A/u,
    ],
    [
      "a second start",
      [startA, { ...startA, date: "2025-09-02" }],
      /has a start of period A already/u,
    ],
    [
      "period A after B began",
      [startA, startB, progressed("A", "2026-02-01")],
      /after the start of period B/u,
    ],
    [
      "B before A ended",
      [startA, progressed("A", "2026-02-01"), startB],
      /after the start of period B/u,
    ],
    [
      "anything after death",
      [startA, died("2025-10-01"), progressed("A", "2025-10-02")],
      /after the death/u,
    ],
    [
      "a case in other capitals",
      [startA, { ...died("2026-03-01"), case: "t1" }],
      /has this case in other capitals/u,
    ],
    ["a second death", [died("2025-10-01"), died("2025-10-01")], /a death already/u],
    [
      "a target after B began",
      [startB, { ...(course[2] as ResponseEntry & { event: "target" }), date: "2026-01-21" }],
      /target of 2026-01-21 is after the start of period B/u,
    ],
    [
      "seen without progression after it",
      [
        startB,
        progressed("B", "2026-03-01"),
        { event: "assessment", case: "T1", date: "2026-03-02", period: "B" },
      ],
      /after the progression/u,
    ],
    [
      "two measurements of a day",
      [measurement("2026-01-15", [10]), measurement("2026-01-15", [11])],
      /already/u,
    ],
    [
      "a lesion twice",
      [
        lesions("2026-01-15", [
          ["L1", "liver"],
          ["L1", "lung"],
        ]),
      ],
      /names the lesion L1 twice/u,
    ],
    [
      "three of an organ",
      [
        lesions("2026-01-15", [
          ["L1", "liver"],
          ["L2", "Liver"],
          ["L3", "liver"],
        ]),
      ],
      /more than 2 target lesions of one organ \(liver\)/u,
    ],
    [
      "three nodes, wherever they are",
      [
        lesions("2026-01-15", [
          ["N1", "axilla", true],
          ["N2", "neck", true],
          ["N3", "groin", true],
        ]),
      ],
      /one organ \(lymph node\)/u,
    ],
    [
      "a lesion that moves",
      [lesions("2026-01-15", [["L1", "liver"]]), lesions("2026-02-15", [["L1", "lung"]])],
      /the lesion L1 is of liver, and of lung/u,
    ],
    [
      "a target lesion that baseline has not",
      [
        lesions("2026-01-15", [["L1", "liver"]]),
        startB,
        lesions("2026-03-01", [
          ["L1", "liver"],
          ["L2", "lung"],
        ]),
      ],
      /--new-lesions/u,
    ],
  ])("%s", (_, entries, message) => {
    expect(faultOf(entries)).toMatch(message);
  });
});

test("progression and death on the day of the start are taken", () => {
  expect(faultOf([startA, progressed("A", "2025-09-01"), died("2025-09-01")])).toBeNull();
});

test("events may be added in any order of time, as long as they fit", () => {
  const [start, end, target, baseline, startOfB, seen, progression] = course;
  expect(faultOf([target!, baseline!, startOfB!, progression!, seen!, start!, end!])).toBeNull();
});

describe("a correction", () => {
  const wrong = progressed("A", "2025-11-20");
  test("takes the place of the line, which stays in the file", () => {
    const { lines } = writeRecord([
      startA,
      wrong,
      { ...progressed("A", "2025-11-22"), corrects: 2 },
    ]);
    const record = read(lines);
    expect(record.lines).toHaveLength(3);
    const events = effectiveEvents(record.lines).get("T1") ?? [];
    expect(events.map(({ entry }) => entry.date)).toEqual(["2025-09-01", "2025-11-22"]);
  });

  test("takes a line out", () => {
    const gone: ResponseEntry = {
      event: "void",
      case: "T1",
      voids: 2,
      reason: "of another patient",
    };
    const { lines } = writeRecord([startA, wrong, gone]);
    expect(effectiveEvents(read(lines).lines).get("T1")).toHaveLength(1);
  });

  test.each<[string, readonly ResponseEntry[], RegExp]>([
    ["of no line", [{ ...startA, corrects: 9 }], /there is no line 9/u],
    ["of itself", [{ ...startA, corrects: 1 }], /there is no line 1/u],
    ["of another case", [startA, { ...startA, case: "T2", corrects: 1 }], /about another case/u],
    [
      "by another event",
      [startA, { ...died("2026-01-01"), corrects: 1 }],
      /of the event start, not death/u,
    ],
    [
      "a second time",
      [startA, { ...startA, corrects: 1 }, { ...startA, corrects: 1 }],
      /taken out by line 2 already/u,
    ],
    [
      "of a voiding",
      [
        startA,
        { event: "void", case: "T1", voids: 1, reason: "x" },
        { event: "void", case: "T1", voids: 2, reason: "x" },
      ],
      /cannot be taken out itself/u,
    ],
    [
      "that leaves a progression without a start",
      [startA, wrong, { event: "void", case: "T1", voids: 1, reason: "x" }],
      /has no start/u,
    ],
  ])("%s is refused", (_, entries, message) => {
    expect(faultOf(entries)).toMatch(message);
  });
});

describe("a variant has one value by one assay on a day", () => {
  const ctdna = (assay: string, ...vafs: number[]): Dated => ({
    event: "ctdna",
    case: "T1",
    date: "2026-01-18",
    assay,
    readings: vafs.map((vaf) => ({ variant: "BRAF V600E", vaf })),
  });

  test("two in one readout, or in two, are refused", () => {
    expect(faultOf([ctdna("ddPCR", 0.2, 0.1)])).toMatch(/names BRAF V600E twice/u);
    expect(faultOf([ctdna("ddPCR", 0.2), ctdna("DDPCR", 0.1)])).toMatch(/line 1 has BRAF V600E/u);
  });

  test("another assay, another day and a correction are not", () => {
    const later = { ...ctdna("ddPCR", 0.1), date: "2026-02-18" };
    const corrected = { ...ctdna("ddPCR", 0.1), corrects: 1 };
    expect(faultOf([ctdna("ddPCR", 0.2), ctdna("panel", 0.1), later, corrected])).toBeNull();
  });
});
