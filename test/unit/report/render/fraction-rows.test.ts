import { describe, expect, it } from "vitest";
import type { Finding, Report } from "../../../../src/model/report.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { describeFractions, fractionRows } from "../../../../src/report/render/fraction-rows.ts";
import { html } from "../../../../src/report/render/html.tsx";
import { emptyParts, sampleParts } from "../sample-report.ts";

const report = buildReport(sampleParts());
const braf = report.findings.find(({ label }) => label === "BRAF V600E")!;
const reason = { code: "seen", text: "Seen." };

function withLesions(): Report {
  const cell = { state: "present", reason, vaf: null, depth: null, altReads: null } as const;
  return {
    ...report,
    findings: [braf],
    lesions: {
      treated: "liver",
      minAltReads: 3,
      specimens: [],
      notRanked: [],
      caveat: reason,
      alterations: [
        {
          observation: braf.observation,
          label: braf.label,
          gene: "BRAF",
          kind: "small-variant",
          state: "shared",
          reason,
          targets: [],
          isInTreated: true,
          cells: [
            { ...cell, specimen: "liver", cellFraction: null },
            { ...cell, specimen: "colon", altReads: 10, depth: 100, cellFraction: 0.5 },
            { ...cell, specimen: "lung", cellFraction: null },
          ],
        },
      ],
    },
  };
}

describe("the plot of fractions", () => {
  it("has the interval of Wilson around the share of the reads", () => {
    const [row] = fractionRows({ ...report, findings: [braf] }).rows;
    expect(row?.label).toBe("BRAF V600E");
    // 42 of 110 reads; the interval by Wilson 1927, computed apart from the program.
    expect(row?.vaf.estimate).toBeCloseTo(0.3818, 4);
    expect(row?.vaf.low).toBeCloseTo(0.2966, 3);
    expect(row?.vaf.high).toBeCloseTo(0.4751, 3);
  });

  it("has a row for each lesion whose reads are counted, and none for the others", () => {
    const { rows } = fractionRows(withLesions());
    expect(rows.map(({ label, lesion }) => [label, lesion])).toEqual([
      ["BRAF V600E", "liver"],
      ["BRAF V600E", "colon"],
    ]);
    expect(rows[1]?.cells?.estimate).toBe(0.5);
    expect(describeFractions(rows.slice(1))).toBe(
      "BRAF V600E, colon: VAF 10.0% (5.5% to 17.4%), cancer cell fraction 50.0%.",
    );
  });

  it("says what it leaves out: who sees a gap must not read it as absence", () => {
    const undrawn = (...findings: readonly Finding[]) =>
      fractionRows({ ...report, findings: [...findings] }).undrawn;
    const silent = { ...braf, statements: [] };
    const unread = { ...braf, support: { ...braf.support, altReads: null } } as Finding;
    expect(undrawn(braf)).toBeNull();
    expect(undrawn(braf, silent, silent, unread)).toBe(
      "Not drawn, and in the table: 2 small variants that no statement speaks of; 1 variant without counted reads.",
    );
    expect(undrawn(...Array.from({ length: 30 }, () => braf))).toBe(
      "Not drawn, and in the table: 6 rows after the first 24.",
    );
    const page = html.render({ ...report, findings: [braf, silent] });
    expect(page).toContain("Not drawn, and in the table: 1 small variant that no statement");
  });

  it("is a drawing with a name and the numbers as text, and absent without reads", () => {
    const page = html.render(withLesions());
    expect(page).toContain('<title id="fractions-name">');
    expect(page).toMatch(/<desc id="fractions-text">BRAF V600E, liver: VAF 38\.2%/);
    expect(html.render(buildReport(emptyParts()))).not.toContain("fractions-name");
  });
});
