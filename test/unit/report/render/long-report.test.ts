/** A report of thousands of findings stays small, and folds what no statement speaks of (issue: 5,000 findings, under 3 MB). */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { html } from "../../../../src/report/render/html.tsx";
import { sampleParts } from "../sample-report.ts";

const parts = sampleParts();
const [model] = parts.findings.filter(({ label }) => label === "BRAF V600E");

function makeFinding(index: number): Finding {
  const gene = `GENE${index}`;
  return {
    ...model!,
    observation: `small-variant:GRCh38:1:${1_000_000 + index}:A:T`,
    gene,
    label: `${gene} V${index}E`,
    description: `1:${1_000_000 + index} A>T (GRCh38); ENST0000064${index}.2:c.${index}T>A; p.V${index}E`,
    transcript: `ENST0000064${index}.2`,
    amp: {
      level: null,
      tier: "III",
      reason: {
        code: "cancer-gene",
        text: `No statement gives it a level; ${gene} is a gene of the knowledgebase.`,
      },
    },
    statements: [],
  };
}

describe("a report of 5,000 findings", () => {
  const findings = [
    ...parts.findings,
    ...Array.from({ length: 5_000 - parts.findings.length }, (_, index) => makeFinding(index)),
  ];
  const page = html.render(buildReport({ ...parts, findings }));

  it("is a page of less than 3 MB that names each of them", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
    for (const index of [0, 2_500, 4_900]) expect(page).toContain(`GENE${index} V${index}E`);
  });

  it("folds those that no statement speaks of, and none that one does", () => {
    const section = page.slice(page.indexOf('id="findings"'), page.indexOf('id="not-assessed"'));
    const [open = "", folded = ""] = section.split('<details class="more-rows">');
    expect(open.match(/<tr><th scope="row">/g)?.length).toBeLessThanOrEqual(
      40 + parts.findings.length,
    );
    expect(open).toContain("BRAF V600E");
    expect(folded).toContain("GENE4900");
    expect(folded).not.toContain("BRAF V600E");
    expect(section).toContain('<div class="filter" hidden');
  });

  it("has no filter over a few findings", () => {
    expect(html.render(buildReport(parts))).not.toContain('<div class="filter"');
  });
});
