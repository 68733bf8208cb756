import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noLineBefore, responseEntrySchema } from "../../src/model/response-event.ts";
import { planAdditions } from "../../src/responses/plan-additions.ts";
import { formatHead } from "../../src/responses/record-head.ts";

/*
 * The bundled record: the same events give the same bytes, and what is shown of them is compared whole.
 * `UPDATE_GOLDEN=1 npm test` rewrites both.
 */
const study = join(import.meta.dirname, "../../fixtures/responses");
const bin = join(import.meta.dirname, "../../bin/metaction.js");
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";

function compare(name: string, text: string): void {
  const path = join(study, name);
  if (isUpdate) writeFileSync(path, text);
  expect(readFileSync(path, "utf8")).toBe(text);
}

test("the events of the bundled record give its bytes", () => {
  const events = responseEntrySchema
    .array()
    .parse(JSON.parse(readFileSync(join(study, "events.json"), "utf8")));
  const clock = { recordedAt: "2026-11-26T12:00:00Z", today: "2026-11-26" };
  const plan = planAdditions({ lines: [], head: { seq: 0, sha256: noLineBefore } }, events, clock);
  expect("at" in plan ? plan.message : null).toBeNull();
  if ("at" in plan) return;
  compare("responses.ndjson", plan.text);
  compare("responses.head.json", formatHead(plan.head));
});

describe.each([
  ["show", ["N1-01"], ["text", "json", "md", "html", "svg"]],
  ["cohort", [], ["text", "json", "md", "tsv"]],
])("response %s", (command, words, formats) => {
  test.each(formats)("prints the expected %s", (format) => {
    const args = ["response", command, ...words, "--study", study, "--format", format];
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    compare(`expected/${command}.${format === "text" ? "txt" : format}`, stdout);
  });
});
