import type { Finding } from "../../../model/report.ts";

const doubts: ReadonlySet<string> = new Set(["last-5-percent", "may-be-restored"]);

/**
 * What is said of losses of function so near the end of the protein that it may work (spec, matching 3: they are flagged, and not dropped), or
 * beside a change that may restore the protein, where a statement is met by them. Two changes that tell the same say it once.
 */
export function doubtedLosses(findings: readonly Finding[]): readonly string[] {
  const told = findings
    .filter(({ statements }) => statements.length > 0)
    .flatMap(({ caveats }) => caveats.filter(({ code }) => doubts.has(code)))
    .map(({ text }) => text);
  return [...new Set(told)];
}
