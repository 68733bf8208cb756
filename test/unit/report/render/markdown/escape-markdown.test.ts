import { expect, test } from "vitest";
import {
  escapeMarkdown,
  linkMarkdown,
} from "../../../../../src/report/render/markdown/escape-markdown.ts";
import { hostileTexts } from "../../hostile-texts.ts";
import { cpuTime } from "../../../cpu-time.ts";

test.each([
  ["BRAF V600E", "BRAF V600E"],
  ["E746_A750del", "E746_A750del"],
  ["c.1799T>A", "c.1799T>A"],
  ["Q61*", "Q61\\*"],
  ["Mz -0.4", "Mz -0.4"],
  ["-0.4", "-0.4"],
  ["a|b", "a\\|b"],
  ["# title", "\\# title"],
  ["> quote", "\\> quote"],
  ["- item", "\\- item"],
  ["---", "\\---"],
  ["1. item", "1\\. item"],
  ["1.5 fold", "1.5 fold"],
  ["[x](https://a.b)", "`[x](https://a.b)`"],
  ["![x](y)", "!\\[x\\](y)"],
  ["www.a.b c", "`www.a.b` c"],
  ["a@b.c", "`a@b.c`"],
  ["&lt; R&D", "\\&lt; R\\&D"],
  ["one\ntwo", "one\\u{a}two"],
  ["  ", "(empty)"],
])("%j is written %j", (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

test.each(hostileTexts)("nothing that Markdown reads is left of %j", (text) => {
  const escaped = escapeMarkdown(text);
  const rest = escaped.replace(/\\[!-/:-@[-`{-~]|`[^`\n]*`/g, "");
  expect(rest).not.toMatch(/[`*[\]<|~$#\n]/);
  expect(rest).not.toMatch(/:\/\/|www\.|@/i);
  expect(rest).not.toMatch(/^\s*(?:[-+] |>|\d+[.)] )/);
  expect(rest).not.toMatch(/(^|\W)_|_(\W|$)/);
});

test("long text is escaped in linear time", () => {
  for (const unit of ["a", "<", "`", "|", "_", " ", "-", "1", "/", "@"]) {
    const start = cpuTime();
    escapeMarkdown(unit.repeat(100_000));
    expect(cpuTime() - start).toBeLessThan(300);
  }
});

test("a link keeps its address in one piece and refuses other schemes", () => {
  expect(linkMarkdown("PMID 1", "https://a.b/c?d=1&e=2")).toBe("[PMID 1](https://a.b/c?d=1&e=2)");
  expect(linkMarkdown("x](y", "https://a.b/(c) d|e")).toBe("[x\\](y](https://a.b/%28c%29%20d%7Ce)");
  expect(linkMarkdown("x", "javascript:alert(1)")).toBe("x");
  expect(linkMarkdown("x", null)).toBe("x");
});
