import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { buildReport } from "../../../../src/report/build-report.ts";
import { parseReport } from "../../../../src/report/parse-report.ts";
import { html } from "../../../../src/report/render/html.tsx";
import { json } from "../../../../src/report/render/json.ts";
import { freeFieldCount, poisonedReport } from "../poison.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { emptyParts, sampleParts } from "../sample-report.ts";
import { tagsOf } from "./tags-of.ts";

const page = html.render(buildReport(sampleParts()));

function links(text: string): string[] {
  return [...text.matchAll(/ href="([^"]*)"/g)].map((match) => match[1] ?? "");
}

test("the sample has many free fields, so that poisoning it reaches the whole page", () => {
  expect(freeFieldCount).toBeGreaterThan(70);
});

test.each(hostileTexts)("no field can bring an element or an attribute to life: %j", (text) => {
  // A text of the same length, for short ones are kept in one line.
  const harmless = html.render(poisonedReport("w".repeat(text.length)));
  expect(tagsOf(html.render(poisonedReport(text)))).toEqual(tagsOf(harmless));
});

test("no attribute of the page runs or styles anything", () => {
  const names = new Set(tagsOf(page).flatMap((tag) => tag.split(" ").slice(1)));
  expect([...names].filter((name) => name.startsWith("on") || name === "style")).toEqual([]);
});

test("links lead into the page or to https and nowhere else", () => {
  for (const link of links(page)) expect(link).toMatch(/^(#[a-z0-9-]+|https:\/\/[^"\s]+)$/);
  expect(links(page).some((link) => link.startsWith("https://pubmed.ncbi.nlm.nih.gov/"))).toBe(
    true,
  );
});

test("a renderer that is handed another scheme writes text in place of a link", () => {
  const report = buildReport(sampleParts());
  const [source] = report.knowledgebase.sources;
  const rendered = html.render({
    ...report,
    knowledgebase: {
      ...report.knowledgebase,
      sources: [{ ...source!, url: "javascript:alert(1)" }],
    },
  });
  expect(rendered).not.toContain("javascript:");
});

test("the policy lets nothing in but the page's own style and script", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
  const digest = (tag: string): string => {
    const text = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? "";
    return createHash("sha256").update(text, "utf8").digest("base64");
  };
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src 'sha256-${digest("style")}'`);
  expect(policy).toContain(`script-src 'sha256-${digest("script")}'`);
  expect(policy).not.toContain("unsafe");
  expect(page.match(/<style>/g)).toHaveLength(1);
  expect(page.match(/<script>/g)).toHaveLength(1);
  expect(page).not.toMatch(/<link|<img|@import|url\(/);
});

test("headings go down one level at a time under a single title", () => {
  for (const parts of [sampleParts(), emptyParts()]) {
    const levels = [...html.render(buildReport(parts)).matchAll(/<h([1-6])[ >]/g)].map((match) =>
      Number(match[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) =>
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1),
    );
  }
});

test("ids are unique and every link inside the page has its end", () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const link of links(page)) if (link.startsWith("#")) expect(ids).toContain(link.slice(1));
});

test("characters that hide or reorder text are written out", () => {
  const rendered = html.render(poisonedReport("a\u202eb\u0007c\u200bd"));
  expect(rendered).toContain("a\\u{202e}b\\u{7}c\\u{200b}d");
  expect(rendered).not.toMatch(/[\u202e\u0007\u200b]/);
});

test("the first eight targets have a card, the others are folded, all are in a table", () => {
  expect(page.match(/<article class="card" id="target-/g)).toHaveLength(8);
  expect(page.match(/<details class="card screen" id="target-/g)).toHaveLength(4);
  expect(page).toContain("4 more targets of lower rank follow in the appendix");
  expect(page).toContain("Encorafenib + Cetuximab");
});

test("counter-evidence is never folded behind supporting evidence", () => {
  const card = page.slice(page.indexOf('id="target-1"'), page.indexOf('id="target-2"'));
  const unfolded = card.slice(0, card.indexOf("<details"));
  expect(unfolded).toContain("does not support sensitivity");
  expect(card).toContain("2 more statements");
});

test("sections come in the order of their weight", () => {
  const titles = [...page.matchAll(/<h2[^>]*>([^<]*)</g)].map((match) => match[1]);
  expect(titles).toEqual([
    "Front page",
    "Molecular board",
    "Clinical board",
    "Targets in full",
    "Targets by alteration",
    "Resistance: do not use",
    "Other evidence against",
    "Findings",
    "What was not assessed",
    "Set aside",
    "Problems",
    "Provenance",
    "How this was made",
    "Words and abbreviations",
  ]);
});

test("a case without a target gets an explicit page that says what is open", () => {
  const empty = html.render(buildReport(emptyParts()));
  expect(empty).toContain("No actionable target was found");
  expect(empty).toContain("This is a result, not a failure");
  expect(empty).toContain("12,034 variant records read = 2 matched");
  expect(empty).toContain("Statements about fusions (77 statements)");
  expect(empty).toContain("open, not negative");
});

test("the foot of every printed sheet names the case, unless its id could be style", () => {
  expect(page).toContain('content: "Case demo-crc-01. Research use only."');
  const hostile = html.render(poisonedReport('"; } body { display: none'));
  expect(hostile).toContain('content: "Research use only."');
  expect(hostile).not.toContain('content: ""; }');
});

test("a stored report renders to the same bytes as the fresh one", () => {
  const report = buildReport(sampleParts());
  expect(html.render(parseReport(json.render(report), "report.json"))).toBe(page);
});

test("a statement says what was approved by whom, what replaced it, and whose tier it has", () => {
  expect(page).toMatch(
    /approval: <a [^>]*href="https:\/\/example\.org\/label\.pdf"[^>]*>FDA 2020-04-08, accelerated/,
  );
  expect(page).toContain("EMA (date not known)");
  expect(page).toContain("replaced by Another regimen");
  expect(page).toContain("ESCAT I-A (A. Curator, 2026-11-25)");
});
