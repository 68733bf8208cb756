import type { Finding, Target } from "../../../model/report.ts";
import { nameSome } from "../name-some.ts";

/** More findings of one doubt than these are counted. */
const named = 4;

/** Caveats by which a finding may be none, or not that of the tumor cells to be treated, in words for a cell of the front page. */
const doubts = [
  { code: "filtered-call", words: "call failed a filter" },
  { code: "low-confidence", words: "caller's confidence low" },
  { code: "few-reads", words: "few reads" },
  { code: "low-depth", words: "low depth" },
  { code: "several-genes", words: "row of several genes" },
  { code: "host-tissue", words: "may be normal tissue" },
  { code: "subclonal", words: "subclonal" },
] as const;

/** `few reads`, or `few reads (EGFR L858R)` where it is not so of every finding that a target rests on. */
export function doubtedFindings(findings: readonly Finding[]): readonly string[] {
  return doubts.flatMap(({ code, words }) => {
    const doubted = findings.filter(({ caveats }) => caveats.some((each) => each.code === code));
    if (doubted.length === 0) return [];
    if (doubted.length === findings.length) return [words];
    const names = doubted.map(({ label }) => label);
    return [`${words} (${nameSome(names, named)})`];
  });
}

/** Where a stain bears the target out and a table of proteins shows the opposite, which the verdict does not tell. */
export function opposedStains({ caveats }: Target): readonly string[] {
  return caveats.some(({ code }) => code === "stain-against-table")
    ? ["protein table opposes the stain"]
    : [];
}
