import { expect, test } from "vitest";
import type { ResponseEntry } from "../../../../../src/model/response-event.ts";
import { describeResponse } from "../../../../../src/report/render/responses/describe-response.ts";
import { effectiveEvents } from "../../../../../src/responses/effective-events.ts";
import { summarizeCase } from "../../../../../src/responses/summarize-case.ts";
import { course, read, writeRecord } from "../../../responses/sample-record.ts";

function toxicityOf(entries: readonly ResponseEntry[]) {
  const { lines } = read(writeRecord(entries).lines);
  const summary = summarizeCase("T1", effectiveEvents(lines).get("T1") ?? [], {
    rule: { threshold: 1.3, operator: "ge" },
    record: { file: "responses.ndjson", lines: lines.length, sha256: "", corrected: 0 },
  });
  return describeResponse(summary).find(({ title }) => title.startsWith("Toxicity"));
}

const event = (date: string, grade: number): ResponseEntry => ({
  event: "toxicity",
  case: "T1",
  date,
  term: "Neutropenia",
  grade,
  related: true,
});

test("toxicity of the therapy before is told beside that of period B, and not counted with it", () => {
  const told = toxicityOf([...course, event("2025-10-10", 4), event("2026-02-20", 3)]);
  expect(told?.lines).toEqual([
    "1 treatment-related event of grade 3 to 5 from the start of period B on, of 1 event recorded since",
    "1 event before period B, not counted",
  ]);
  expect(told?.table?.rows.map(([date, when]) => [date, when])).toEqual([
    ["2025-10-10", "before B"],
    ["2026-02-20", "B"],
  ]);
});

test("toxicity of a patient without a period B is counted with none", () => {
  expect(toxicityOf([...course.slice(0, 2), event("2025-12-01", 3)])?.lines[1]).toBe(
    "1 event without a recorded start of period B, not counted",
  );
});
