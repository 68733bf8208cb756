import { expect, test } from "vitest";
import type { ResponseEntry } from "../../../../../src/model/response-event.ts";
import { renderTimeline } from "../../../../../src/report/render/responses/timeline.tsx";
import { effectiveEvents } from "../../../../../src/responses/effective-events.ts";
import { summarizeCase } from "../../../../../src/responses/summarize-case.ts";
import { course, read, writeRecord } from "../../../responses/sample-record.ts";

function draw(entries: readonly ResponseEntry[]): string {
  const { lines } = read(writeRecord(entries).lines);
  const record = { file: "responses.ndjson", lines: lines.length, sha256: "", corrected: 0 };
  const rule = { threshold: 1.3, operator: "ge" } as const;
  return renderTimeline(
    summarizeCase("T1", effectiveEvents(lines).get("T1") ?? [], { rule, record }),
  );
}

/** Strokes across a bar, with which a period ends. */
const endStroke = /stroke="#17212b" stroke-width="2"/g;

test("a period that nobody saw after its start is drawn open, and not as ended on its first day", () => {
  const unseen = course.slice(0, 5);
  expect(draw(course).match(endStroke)).toHaveLength(2);
  expect(draw(unseen).match(endStroke)).toHaveLength(1);
  expect(draw(unseen)).toContain("not seen after its start");
});

test("labels that would lie over each other are left out, those of severe events last", () => {
  const toxicities = Array.from({ length: 20 }, (_, at) => ({
    event: "toxicity" as const,
    case: "T1",
    date: `2026-02-${String(at + 1).padStart(2, "0")}`,
    term: `event ${at}`,
    grade: at === 10 ? 4 : 2,
    related: true,
  }));
  const svg = draw([...course, ...toxicities]);
  const labels = [...svg.matchAll(/<text x="([\d.]+)" y="(\d+)"[^>]*middle[^>]*>(G\d)<\/text>/g)];
  expect(labels.map(([, , , label]) => label)).toContain("G4");
  const places = labels.map(([, x, y]) => ({ x: Number(x), y }));
  for (const one of places) {
    for (const other of places) {
      if (one !== other && one.y === other.y)
        expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(16);
    }
  }
  expect(svg.match(/l5 5l-5 5l-5-5z/g)?.length).toBeGreaterThanOrEqual(20);
});
