import { expect, test } from "vitest";
import { buildReport } from "../../../../src/report/build-report.ts";
import { outputFormats } from "../../../../src/report/render/output-formats.ts";
import { renderers } from "../../../../src/report/render/renderers.ts";
import { emptyParts, sampleParts } from "../sample-report.ts";

test("ids and extensions are unique", () => {
  expect(new Set(renderers.map(({ id }) => id)).size).toBe(renderers.length);
  expect(new Set(renderers.map(({ extension }) => extension)).size).toBe(renderers.length);
});

test.each(renderers)("$id gives the same text twice, which ends with one line feed", (renderer) => {
  for (const parts of [sampleParts, emptyParts]) {
    const text = renderer.render(buildReport(parts()));
    expect(renderer.render(buildReport(parts()))).toBe(text);
    expect(text).toMatch(/[^\n]\n$/);
  }
});

test("the formats of the command line are those of the library, in the same order", async () => {
  const loaded = await Promise.all(outputFormats.map((format) => format.load()));
  expect(loaded).toEqual(renderers);
  expect(outputFormats.map(({ id, extension }) => ({ id, extension }))).toEqual(
    renderers.map(({ id, extension }) => ({ id, extension })),
  );
});
