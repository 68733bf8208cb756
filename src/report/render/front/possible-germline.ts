import type { Finding } from "../../../model/report.ts";
import { supportInBrief } from "../describe-support.ts";

/** Marks of a variant that may be inherited (spec, clinical R1.5 and R13). */
const marks: ReadonlySet<string> = new Set(["potential-germline", "germline-follow-up"]);

/** `BRCA2 K3326* (VAF 48.0%)`: what has to be confirmed in normal tissue. */
export function possibleGermline(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ caveats }) => caveats.some(({ code }) => marks.has(code)))
    .map(({ label, support }) => {
      const brief = supportInBrief(support);
      return brief === "" ? label : `${label} (${brief})`;
    });
}
