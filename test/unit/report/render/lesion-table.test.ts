import { expect, test } from "vitest";
import type { Lesions } from "../../../../src/model/lesions.ts";
import type { Report } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { html } from "../../../../src/report/render/html.tsx";
import { lesionHead } from "../../../../src/report/render/lesion-table.ts";
import { markdown } from "../../../../src/report/render/markdown.ts";
import { sampleParts } from "../sample-report.ts";

const reason = { code: "seen", text: "Seen." };

function lesionsOf(count: number): Lesions {
  const ids = Array.from({ length: count }, (_, at) => `lesion-${at}`);
  const specimen = { role: "metastasis", site: "bone", date: null, purity: null } as const;
  const cell = { state: "present", reason, depth: 80, altReads: 20, vaf: 0.25 } as const;
  return {
    treated: "lesion-0",
    minAltReads: 3,
    specimens: ids.map((id) => ({ ...specimen, id, sample: id, variants: "a.vcf" })),
    alterations: [
      {
        observation: "o",
        label: "BRAF V600E",
        gene: "BRAF",
        kind: "small-variant",
        state: "shared",
        reason,
        targets: [],
        isInTreated: true,
        cells: ids.map((id) => ({ ...cell, specimen: id, cellFraction: null })),
      },
    ],
    notRanked: [],
    caveat: reason,
  };
}

const reportOf = (count: number): Report => ({
  ...buildReport(sampleParts()),
  lesions: lesionsOf(count),
});

test("a few lesions have a column each", () => {
  expect(lesionHead(lesionsOf(4))).toHaveLength(7);
  expect(html.render(reportOf(4))).not.toContain("In each lesion");
});

test("many lesions stand in one column, for a wider table makes a browser print the whole report smaller", () => {
  expect(lesionHead(lesionsOf(5))).toEqual(["Alteration", "State", "In each lesion", "Targets"]);
  const page = html.render(reportOf(9));
  expect(page).toContain("<li>lesion-8 (metastasis, bone)</li>");
  expect(page).toContain("<li>lesion-8: present, VAF 25.0%, 20 of 80 reads</li>");
  expect(markdown.render(reportOf(9))).toContain("lesion-7: present, VAF 25.0%, 20 of 80 reads; ");
});
