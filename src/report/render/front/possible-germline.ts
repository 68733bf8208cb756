import type { Finding } from "../../../model/report.ts";
import { supportInBrief } from "../describe-support.ts";
import { percent } from "../format-number.ts";

/** Marks of a variant that may be inherited, by the tumor alone (spec, clinical R1.5 and R13) or by the reads of the normal. */
const marks: ReadonlySet<string> = new Set([
  "potential-germline",
  "germline-follow-up",
  "in-the-normal",
]);

/** `BRCA2 K3326* (VAF 48.0%, normal 51.2%)`: what has to be confirmed in normal tissue. */
export function possibleGermline(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ caveats }) => caveats.some(({ code }) => marks.has(code)))
    .map(({ label, support }) => {
      const brief = [supportInBrief(support), normalInBrief(support)].filter((part) => part !== "");
      return brief.length === 0 ? label : `${label} (${brief.join(", ")})`;
    });
}

/** Fraction of the allele in the matched normal; empty where there is none, or its reads hold nothing of it. */
function normalInBrief(support: Finding["support"]): string {
  const vaf = support.kind === "reads" ? support.normal?.vaf : undefined;
  return vaf === undefined || vaf === null || vaf === 0 ? "" : `normal ${percent(vaf)}`;
}
