import type { ResponseEntry } from "../../../src/model/response-event.ts";
import { noLineBefore } from "../../../src/model/response-event.ts";
import { planAdditions } from "../../../src/responses/plan-additions.ts";
import { readRecord, type RecordHead } from "../../../src/responses/read-record.ts";

const clock = { recordedAt: "2026-11-26T12:00:00Z", today: "2026-11-26" };

/** The course of one patient, with a benefit by 120 to 80 days. */
export const course: readonly ResponseEntry[] = [
  { event: "start", case: "T1", date: "2025-09-01", period: "A", therapy: "FOLFIRI", scanDays: 56 },
  { event: "progression", case: "T1", date: "2025-11-20", period: "A", basis: "imaging" },
  {
    event: "target",
    case: "T1",
    date: "2026-01-12",
    therapy: { id: "vemurafenib", label: "vemurafenib" },
    alterations: [{ gene: "BRAF", label: "BRAF V600E" }],
    tier: "I",
    verification: "verified",
    report: null,
  },
  measurement("2026-01-15", [40, 20]),
  {
    event: "start",
    case: "T1",
    date: "2026-01-20",
    period: "B",
    therapy: "vemurafenib",
    scanDays: 56,
  },
  measurement("2026-03-17", [24, 12]),
  { event: "progression", case: "T1", date: "2026-05-20", period: "B", basis: "imaging" },
];

export function measurement(date: string, mm: readonly number[]): ResponseEntry {
  return {
    event: "measurement",
    case: "T1",
    date,
    lesions: mm.map((each, at) => ({
      id: `L${at + 1}`,
      organ: ["liver", "lung", "bone"][at] ?? "skin",
      mm: each,
    })),
    nonTarget: "none",
    newLesions: false,
  };
}

/** What the entries are refused for, or null. */
export function faultOf(entries: readonly ResponseEntry[]): string | null {
  const plan = planAdditions({ lines: [], head: { seq: 0, sha256: noLineBefore } }, entries, clock);
  return "at" in plan ? plan.message : null;
}

/** Lines of a record, without their line feeds, and its head. */
export function writeRecord(entries: readonly ResponseEntry[]): {
  lines: string[];
  head: RecordHead;
} {
  const plan = planAdditions({ lines: [], head: { seq: 0, sha256: noLineBefore } }, entries, clock);
  if ("at" in plan) throw new Error(plan.message);
  return { lines: plan.text.split("\n").slice(0, -1), head: plan.head };
}

export function read(lines: readonly string[], known: RecordHead | null = null, end = "\n") {
  const bytes = Buffer.from(lines.join("\n") + (lines.length === 0 ? "" : end));
  return readRecord(bytes, { file: "responses.ndjson", known });
}
