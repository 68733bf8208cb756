import { expect, test } from "vitest";
import { buildReport } from "../../../../src/report/build-report.ts";
import { parseReport } from "../../../../src/report/parse-report.ts";
import { json } from "../../../../src/report/render/json.ts";
import { markdown } from "../../../../src/report/render/markdown.ts";
import { poisonedReport } from "../poison.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { emptyParts, sampleParts } from "../sample-report.ts";

const text = markdown.render(buildReport(sampleParts()));

/** What is left to read as Markdown once escapes and code are taken out. */
function withoutLiterals(rendered: string): string {
  return rendered.replace(/\\[!-/:-@[-`{-~]|`[^`\n]*`/g, "");
}

/** How each line begins and how many cells it has: what makes a block of it. */
function skeleton(rendered: string): string[] {
  return withoutLiterals(rendered)
    .split("\n")
    .map((line) => {
      const start = /^(?:#{1,4} |- |> |\| |\*\*)?/.exec(line)?.[0] ?? "";
      const bars = line.split("|").length - 1;
      return `${start}${bars}`;
    });
}

/** Addresses that a link points to. */
function links(rendered: string): string[] {
  return [...withoutLiterals(rendered).matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? "");
}

test.each(hostileTexts)("no field can add a line, a cell or a link: %j", (hostile) => {
  const harmless = markdown.render(poisonedReport("word"));
  const rendered = markdown.render(poisonedReport(hostile));
  expect(skeleton(rendered)).toEqual(skeleton(harmless));
  expect(links(rendered)).toEqual(links(harmless));
  expect(withoutLiterals(rendered)).not.toMatch(/<[a-z/!]/i);
});

test("sections come in the order of their weight", () => {
  expect(text.match(/^## .*/gm)).toEqual([
    "## Front page",
    "## Molecular board",
    "## Clinical board",
    "## Targets in full",
    "## Targets by alteration",
    "## Resistance: do not use",
    "## Other evidence against",
    "## Findings",
    "## What was not assessed",
    "## Set aside",
    "## Problems",
    "## Provenance",
    "## How this was made",
    "## Words and abbreviations",
  ]);
});

test("every target has a row and a section with reasons, certainty, evidence and rank", () => {
  expect(text).toMatch(
    /^\| 1 +\| BRAF V600E +\| VAF 38\.2% +\| Encorafenib \+ Cetuximab +\| Tier I, level A/m,
  );
  expect(text.match(/^### \d+\. /gm)).toHaveLength(12);
  expect(text).toContain("Ranked above Dabrafenib + Trametinib by AMP level: A before B.");
  expect(text).toContain("[PMID 9033](https://pubmed.ncbi.nlm.nih.gov/9033/)");
  expect(text).toContain("named as alternatives: vemurafenib or dabrafenib");
});

test("a case without a target says so in the place of the ranking", () => {
  const empty = markdown.render(buildReport(emptyParts()));
  expect(empty).toContain("## No actionable target was found");
  expect(empty).not.toContain("## Ranked targets");
  expect(empty).toContain("What was not assessed is open, not negative");
});

test("a stored report renders to the same bytes as the fresh one", () => {
  const report = buildReport(sampleParts());
  expect(markdown.render(parseReport(json.render(report), "report.json"))).toBe(text);
});

test("a statement says what was approved by whom, what replaced it, and whose tier it has", () => {
  expect(text).toContain(
    "approval: [FDA 2020-04-08, accelerated](https://example.org/label.pdf), EMA (date not known)",
  );
  expect(text).toContain("replaced by Another regimen");
  expect(text).toContain("ESCAT I-A (A. Curator, 2026-11-25)");
});

test("a finding whose name holds its measure is not said to be without one", () => {
  const parts = sampleParts();
  const [finding] = parts.findings;
  const [target] = parts.targets;
  if (finding === undefined || target === undefined) throw new Error("the sample report is full");
  const rowOf = (support: string): string => {
    const stain = {
      ...finding,
      observation: "stain",
      kind: "ihc" as const,
      label: "HER2 IHC 3+",
      support: { kind: "value" as const, value: null, text: support, unit: null, method: null },
    };
    const alterations = [{ observation: "stain", label: "HER2 IHC 3+", gene: "ERBB2" }];
    const own = { ...emptyParts(), findings: [stain], targets: [{ ...target, alterations }] };
    const rows = markdown.render(buildReport(own)).split("## Molecular board")[0]!.split("\n");
    return rows.find((line) => line.includes("| HER2 IHC 3+ ")) ?? "";
  };
  expect(rowOf("3+")).toMatch(/\| as named +\|/);
  expect(rowOf("")).toMatch(/\| not stated +\|/);
});
