import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkSharedFile, problemsOf, shared } from "./check-shared-file.ts";

/** The maintainers of the VCF specification say of each file whether it is valid, and if not, why. */
const folder = "conformance/vcf/samtools__hts-specs/test/vcf/";
const versions = ["4.1", "4.2", "4.3", "4.5"];

const filesOf = (verdict: "failed" | "passed"): string[] =>
  versions.flatMap((version) => {
    const inside = `${folder}${version}/${verdict}/`;
    if (!existsSync(`${shared}${inside}`)) return [];
    return readdirSync(`${shared}${inside}`).map((name) => `${inside}${name}`);
  });

const textOf = (path: string): string => readFileSync(`${shared}${path}`, "utf8");

/** What must be found, by what the file says is wrong with it; the first line that fits. */
const causes: readonly (readonly [cause: RegExp, codes: RegExp])[] = [
  [/^INFO .* value is not a flag$/, /^info-flag-value$/],
  [/^(?:INFO|FORMAT) \w+ (?:Type|Number) is not /, /^vcf-header-reserved-key$/],
  [/^INFO contains a whitespace$/, /^info-key-malformed$/],
  [/^INFO contains duplicate keys$/, /^info-key-repeated$/],
  [/^INFO \w+ is a negative number/, /^info-value-negative$/],
  [/^INFO (?:\w+ (?:is|contains) (?:not )?|field does not match Type)/, /^info-value-malformed$/],
  [/^INFO field does not match Number/, /^info-value-count$|^info-flag-value$/],
  [/^INFO integer /, /^info-value-range$/],
  [/^(?:PL|cardinality in PL) /, /^format-value-count$/],
  [/^Sample field does not match Number/, /^(?:format|info)-value-count$/],
  [/^Sample field does not match Type/, /^format-value-malformed$/],
  [/^Sample names are not unique$/, /^sample-name-repeated$/],
  [/^Sample contains more fields/, /^vcf-sample-values$/],
  [/^Sample allele is out of range$/, /^vcf-gt-out-of-range$/],
  [/^Sample |GT has missing alleles$/, /^vcf-gt-malformed$/],
  [/^FORMAT first field is not GT$/, /^vcf-format-gt-not-first$/],
  [/^FORMAT contains an empty sub-field$/, /^vcf-format-key-empty$/],
  [/^FORMAT contains duplicate fields$/, /^vcf-format-key-repeated$/],
  [/^FORMAT (?:contains|starts|regex)/, /^vcf-format-key-(?:malformed|character)$/],
  [/^FILTER /, /^vcf-filter-malformed$/],
  [/^ID /, /^vcf-id-malformed$/],
  [/^REF |^Missing REF allele$/, /^vcf-ref-(?:malformed|ambiguous)$/],
  [/^ALT (?:has|makes)|^Symbolic ALT|^Breakend/, /^vcf-alt-malformed$/],
  [/^Position /, /^vcf-pos-malformed$/],
  [/^QUAL is not a number$/, /^vcf-qual-malformed$/],
  [/^QUAL is a negative number$/, /^vcf-qual-negative$/],
  [/^non-contiguous /, /^vcf-contig-split$/],
  [/^non-sorted /, /^vcf-unsorted$/],
  [/^(?:dup|trip)licated variant/, /^vcf-allele-repeated$/],
  [/^no newline at end of file$/, /^no-final-newline$/],
  [/^contig ID contains an angle bracket$/, /^vcf-chrom-name$/],
  [/^contig ID contains a colon$/, /^vcf-chrom-character$/],
  [/^contig ID contains illegal/, /^vcf-(?:chrom-character|header-id-asterisk)$/],
  [/^contig ID contains/, /^vcf-(?:chrom-malformed|header-line|header-value-malformed)$/],
  [/^SAMPLE ID contains illegal/, /^vcf-header-id-asterisk$/],
  [/ missing$/, /^vcf-header-key-missing$/],
  [/^Incorrect order of /, /^vcf-header-key-order$/],
  [/^Non-valid URL$/, /^vcf-header-url$/],
  [/fileformat$/, /^vcf-version-unknown$/],
  [
    /^(?:Description contains a linebreak|Unstructured meta entry|Non-valid meta entry key)$/,
    /^vcf-no-column-names$/,
  ],
  [/^Meta-data entry/, /^vcf-header-(?:line|value-missing|url)$/],
  [/ID contains a comma$|^Original |^Meta entry |^Non-closed/, /^vcf-header-line$/],
  [/./, /^vcf-header-(?:value-malformed|key-missing)$/],
];

/** Files that do not say what is wrong with them. */
const unsaid: readonly (readonly [name: RegExp, codes: RegExp])[] = [
  [/failed_empty_sample/, /^file-empty$/],
  [/failed_empty/, /^vcf-no-fileformat$/],
  [/failed_header_000/, /^vcf-column-names$/],
  [/failed_header_001/, /^vcf-format-without-samples$/],
];

const hasFiles = existsSync(`${shared}${folder}`);

describe.skipIf(!hasFiles)("of the files of the VCF specification's maintainers", () => {
  const prototypeKeys = Object.getOwnPropertyNames(Object.prototype);
  const failed = filesOf("failed");

  test("all distinct invalid ones are there", () => {
    const digests = failed.map((path) =>
      createHash("sha256")
        .update(readFileSync(`${shared}${path}`))
        .digest("hex"),
    );
    expect(new Set(digests).size).toBe(604);
  });

  test.each(failed)("%s is flagged for its fault, with the line", async (path) => {
    const text = textOf(path);
    const cause = /^##CauseOfFailure=(.*)$/m.exec(text)?.[1]?.trim();
    const rules = cause === undefined ? unsaid : causes;
    const codes = rules.find(([pattern]) => pattern.test(cause ?? path))?.[1];
    const found = problemsOf(await checkSharedFile(path));
    const fitting = found.filter(({ code }) => codes?.test(code));
    expect(fitting, `${cause}: ${found.map(({ code }) => code).join(" ")}`).not.toEqual([]);
    const headerEnd = text.split("\n").findIndex((line) => line.startsWith("#CHROM")) + 1;
    for (const { where } of fitting) {
      if (path.includes("_meta_")) expect(where?.line).toBeLessThan(headerEnd);
      else if (path.includes("_body_")) expect(where?.line).toBeGreaterThanOrEqual(headerEnd);
      else expect(where?.line).toBeGreaterThan(0);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeKeys);
  });

  /** Why a valid file is warned about all the same. */
  const justified = new Map([
    // A flag with a value is not read as if it were set without saying so.
    ["info-flag-value", "passed_body_info.vcf"],
    // It numbers its contigs beyond the chromosomes of man, where 23 may stand for X.
    ["vcf-contig-unknown", "passed_body_info.vcf"],
    // PASS beside a failed filter contradicts itself.
    ["vcf-filter-malformed", "complexfile_passed_000.vcf"],
    // Its positions are 100, 200, 400, 300.
    ["vcf-unsorted", "zero_length_LAA.vcf"],
    // It has none; whether it was cut cannot be seen.
    ["no-final-newline", "zero_length_LAA.vcf"],
  ]);

  const passed = filesOf("passed");
  test("all valid ones are there", () => {
    expect(passed).toHaveLength(73);
  });

  test.each(passed)("%s is accepted without an error", async (path) => {
    const checked = await checkSharedFile(path);
    expect(checked.isRefused).toBe(false);
    expect(checked.counts?.refused).toBe(0);
    const warned = problemsOf(checked).filter(({ severity }) => severity !== "notice");
    for (const { code, severity } of warned) {
      expect(severity).toBe("warning");
      expect(path.endsWith(justified.get(code) ?? code), `${path}: ${code}`).toBe(true);
    }
  });
});
