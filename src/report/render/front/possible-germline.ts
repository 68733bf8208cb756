import type { Finding } from "../../../model/report.ts";
import { supportInBrief } from "../describe-support.ts";
import { percent } from "../format-number.ts";
import { nameSome } from "../name-some.ts";

/** Marks of a variant that may be inherited, by the tumor alone (spec, clinical R1.5 and R13) or by the reads of the normal. */
const marks: ReadonlySet<string> = new Set([
  "potential-germline",
  "germline-follow-up",
  "in-the-normal",
]);

/** Many panels of several hundred genes mark more than a sheet of paper holds: more than these are counted. */
const most = 8;

/**
 * `BRCA2 K3326* (VAF 48.0%, normal 51.2%)`: what has to be confirmed in normal tissue, in the order of the findings, and how many more there
 * are. Null: nothing is marked.
 */
export function possibleGermline(findings: readonly Finding[]): string | null {
  const marked = findings.filter(({ caveats }) => caveats.some(({ code }) => marks.has(code)));
  if (marked.length === 0) return null;
  const named = nameSome(
    marked.map(({ label, support }) => {
      const brief = [supportInBrief(support), normalInBrief(support)].filter((part) => part !== "");
      return brief.length === 0 ? label : `${label} (${brief.join(", ")})`;
    }),
    most,
  );
  return marked.length > most ? `${named}, each with its caveat under Findings` : named;
}

/** Fraction of the allele in the matched normal; empty where there is none, or its reads hold nothing of it. */
function normalInBrief(support: Finding["support"]): string {
  const vaf = support.kind === "reads" ? support.normal?.vaf : undefined;
  return vaf === undefined || vaf === null || vaf === 0 ? "" : `normal ${percent(vaf)}`;
}
