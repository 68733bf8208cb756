import { expect, test } from "vitest";
import type { Target } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { html } from "../../../../src/report/render/html.tsx";
import { markdown } from "../../../../src/report/render/markdown.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { makeTarget, sampleParts } from "../sample-report.ts";

function render(changes: Partial<Target>): { page: string; text: string } {
  const report = buildReport({ ...sampleParts(), targets: [makeTarget(changes)] });
  return { page: html.render(report), text: markdown.render(report) };
}

const balance: NonNullable<Target["balance"]> = {
  levels: [
    { level: "B", supports: 1, doesNotSupport: 1, resists: 0 },
    { level: "not tiered", supports: 0, doesNotSupport: 0, resists: 7 },
  ],
  score: { supports: 20, against: 15 },
  conflict: true,
  weighs: "even",
  reason: { code: "conflicting-evidence", text: "Neither side is stronger." },
};

test("statements that conflict are a table by level, with a score for each side", () => {
  const { page, text } = render({ balance });
  expect(page).toContain("Statements that conflict, by level in this case");
  expect(page).toContain("20 for, 15 against");
  expect(text).toContain("- Conflict: Neither side is stronger.");
});

test("statements that agree need no panel", () => {
  const { page, text } = render({ balance: { ...balance, conflict: false } });
  expect(page).not.toContain("Statements that conflict");
  expect(text).not.toContain("Conflict:");
});

test.each(hostileTexts)("the words of use and conflict bring nothing to life: %j", (hostile) => {
  const reason = { code: "x", text: hostile };
  const { page } = render({
    onLabel: reason,
    actionability: [reason],
    balance: { ...balance, reason },
  });
  const harmless = render({
    onLabel: { ...reason, text: "word" },
    actionability: [{ ...reason, text: "word" }],
    balance: { ...balance, reason: { ...reason, text: "word" } },
  }).page;
  const elements = (rendered: string) => rendered.match(/<[a-z]+/gi);
  expect(elements(page)).toEqual(elements(harmless));
});
