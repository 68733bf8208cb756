import type { Finding } from "../../../model/report.ts";

/**
 * What is said of losses of function so near the end of the protein that it may work (spec, matching 3: they are flagged, and not dropped), where
 * a statement is met by them.
 */
export function doubtedLosses(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ statements }) => statements.length > 0)
    .flatMap(({ caveats }) => caveats.filter(({ code }) => code === "last-5-percent"))
    .map(({ text }) => text);
}
