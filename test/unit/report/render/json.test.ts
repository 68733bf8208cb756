import { expect, test } from "vitest";
import { buildReport } from "../../../../src/report/build-report.ts";
import { json } from "../../../../src/report/render/json.ts";
import { poisonedReport } from "../poison.ts";
import { sampleParts } from "../sample-report.ts";

function expectSorted(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) expect(Object.keys(value)).toEqual(Object.keys(value).toSorted());
  Object.values(value).forEach(expectSorted);
}

test("keys are sorted at every level and the text ends with a line feed", () => {
  const text = json.render(buildReport(sampleParts()));
  expectSorted(JSON.parse(text));
  expect(text).toMatch(/^\{\n {2}"blocked": \[\n/);
  expect(text.endsWith("}\n")).toBe(true);
});

test("rendering does not depend on the order of keys", () => {
  const report = buildReport(sampleParts());
  const { targets, ...rest } = report;
  expect(json.render({ targets, ...rest })).toBe(json.render(report));
  expect(json.render(buildReport(sampleParts()))).toBe(json.render(report));
});

test("unseen characters are escaped and come back as they were", () => {
  const text = "a\u202eb\u009bc\u{e0041}d\ud800e";
  const rendered = json.render(poisonedReport(text));
  expect(rendered).not.toMatch(/[\u202e\u009b]|\u{e0041}/u);
  expect(JSON.parse(rendered)).toMatchObject({ case: { id: text } });
});
