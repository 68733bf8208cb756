import { expect, test } from "vitest";
import { effectiveEvents } from "../../../src/responses/effective-events.ts";
import { listTreated } from "../../../src/responses/list-treated.ts";
import { course, read, writeRecord } from "./sample-record.ts";

const names = new Map([
  ["vemurafenib", "vemurafenib"],
  ["zelboraf", "vemurafenib"],
  ["cobimetinib", "cobimetinib"],
]);

/** Therapies of the patients that count as treated on their target, which is vemurafenib. */
function treatedWith(therapy: string): string[] {
  const entries = course.map((entry) =>
    entry.event === "start" && entry.period === "B" ? { ...entry, therapy } : entry,
  );
  const { lines } = read(writeRecord(entries).lines);
  const record = { file: "responses.ndjson", lines: lines.length, sha256: "", corrected: 0 };
  const treated = listTreated(effectiveEvents(lines), {
    rule: { threshold: 1.3, operator: "ge" },
    record,
    findDrug: (name) => names.get(name.toLowerCase()) ?? null,
  });
  return treated.map((each) => each.therapy);
}

test("a patient counts on a target whose therapy was given, by any of its names", () => {
  expect(treatedWith("vemurafenib")).toEqual(["vemurafenib"]);
  expect(treatedWith("Zelboraf")).toEqual(["vemurafenib"]);
});

test("a patient who was given another therapy counts on no target", () => {
  expect(treatedWith("trametinib")).toEqual([]);
  expect(treatedWith("cobimetinib + vemurafenib")).toEqual([]);
});
