import type { Report } from "../../../model/report.ts";

/** Results of assays that show the absence of something; what no file proves absent is open, never negative. */
export function testedNegative(report: Report): string {
  const assays = report.findings
    .filter(
      ({ kind, statements }) => (kind === "signature" || kind === "ihc") && statements.length === 0,
    )
    .map(({ label }) => label);
  return assays.join("; ") || "no marker or stain; of genes see What was not assessed";
}
