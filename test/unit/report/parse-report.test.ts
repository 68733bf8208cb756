import { expect, test } from "vitest";
import { Refusal } from "../../../src/model/refusal.ts";
import { buildReport } from "../../../src/report/build-report.ts";
import { parseReport } from "../../../src/report/parse-report.ts";
import { json } from "../../../src/report/render/json.ts";
import { sampleParts } from "./sample-report.ts";

function refusalOf(text: string): Refusal {
  try {
    parseReport(text, "report.json");
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("the text was accepted");
}

const stored = (): Record<string, unknown> => ({ ...buildReport(sampleParts()) });

test("a report comes back from its JSON as it was", () => {
  const report = buildReport(sampleParts());
  expect(parseReport(json.render(report), "report.json")).toEqual(report);
});

test("text that is no JSON is refused with its place and without quoting it", () => {
  const refusal = refusalOf('{\n  "schemaVersion": "1.0.0",\n  "patient": Hansen\n}');
  expect(refusal.kind).toBe("input");
  expect(refusal.problems[0]).toMatchObject({
    code: "report-not-json",
    where: { file: "report.json" },
  });
  expect(refusal.message).not.toContain("Hansen");
  expect(refusalOf("").problems[0]?.code).toBe("report-not-json");
});

test.each(["[]", "null", "{}", '"1.0.0"', '{"schemaVersion":1}', '{"schemaVersion":"one"}'])(
  "%s is not a report",
  (text) => {
    expect(refusalOf(text).problems[0]?.code).toBe("report-not-recognized");
  },
);

test("a report of another schema version is refused by naming both versions", () => {
  const refusal = refusalOf(JSON.stringify({ ...stored(), schemaVersion: "2.1.0" }));
  expect(refusal.problems[0]?.code).toBe("report-version");
  expect(refusal.message).toContain("2.1.0");
  expect(refusal.message).toContain("reads up to 1.4.0");
});

test("a fault inside is named by its JSON pointer", () => {
  const report = buildReport(sampleParts());
  const [first, ...others] = report.targets;
  const broken = { ...report, targets: [{ ...first, rank: 0, "a/b~": 1 }, ...others] };
  const pointers = refusalOf(JSON.stringify(broken)).problems.map(({ where }) => where?.pointer);
  expect(pointers).toContain("/targets/0/rank");
  expect(pointers).toContain("/targets/0");
});

test("of many faults the first ten are shown and the rest are counted", () => {
  const report = buildReport(sampleParts());
  const broken = { ...report, targets: Array.from({ length: 14 }, () => 1) };
  const { problems } = refusalOf(JSON.stringify(broken));
  expect(problems).toHaveLength(11);
  expect(problems.at(-1)?.message).toContain("4 more");
});

test("a key that other programs trip over is refused and reaches no prototype", () => {
  const text = JSON.stringify(stored()).replace("{", '{"__proto__":{"polluted":true},');
  expect(refusalOf(text).kind).toBe("input");
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("a link that is not https is refused", () => {
  const text = JSON.stringify(stored()).replaceAll("https://civicdb.org", "javascript:alert(1)//");
  expect(refusalOf(text).problems[0]?.code).toBe("report-invalid");
});
