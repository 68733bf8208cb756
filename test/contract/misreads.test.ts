import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readInfo } from "../../src/read/vcf/info.ts";
import { checkSharedFile, problemsOf, shared } from "./check-shared-file.ts";

/** What `@gmod/vcf` misreads in silence, and where: one row for each kind and file. */
const list = "conformance/vcf/GMOD_VCF_7.2_misreads.tsv";

/** The codes that report each kind. */
const reported: ReadonlyMap<string, readonly string[]> = new Map([
  ["ALT-bad", ["vcf-alt-malformed"]],
  ["BND-unparsed", ["vcf-alt-malformed"]],
  [
    "CHROM-bad",
    ["vcf-chrom-malformed", "vcf-chrom-name", "vcf-chrom-assembly", "vcf-chrom-character"],
  ],
  ["FLAG-with-value->true", ["info-flag-value"]],
  ["FORMAT-NaN", ["format-value-malformed", "vcf-column-count"]],
  ["FORMAT-dup", ["vcf-format-key-repeated"]],
  ["FORMAT-empty-key", ["vcf-format-key-empty"]],
  ["GT-allele-out-of-range", ["vcf-gt-out-of-range", "vcf-gt-without-alt"]],
  ["GT-malformed", ["vcf-gt-malformed"]],
  ["INFO-Integer-not-int", ["info-value-malformed"]],
  ["INFO-NaN", ["info-value-malformed", "vcf-column-count"]],
  ["INFO-dup-key", ["info-key-repeated"]],
  ["INFO-empty-key", ["info-key-empty"]],
  ["INFO-space", ["info-key-malformed", "info-white-space"]],
  ["POS-not-digits", ["vcf-pos-malformed"]],
  ["QUAL-NaN", ["vcf-qual-malformed", "vcf-qual-not-finite", "vcf-column-count"]],
  ["QUAL-empty->0", ["vcf-qual-malformed"]],
  ["QUAL-neg", ["vcf-qual-negative"]],
  ["REF-bad", ["vcf-ref-malformed", "vcf-column-count"]],
  ["SAMPLES-count", ["sample-name-repeated"]],
  ["column-count", ["vcf-column-count", "vcf-no-fileformat"]],
  ["dup-record", ["vcf-allele-repeated"]],
  ["dup-sample", ["sample-name-repeated"]],
  ["integer-sample-name", ["sample-name-number"]],
  ["no-trailing-newline", ["no-final-newline", "vcf-truncated", "content-bcf"]],
  // `1`, `<1>`, `1`: contigs of an assembly file have no place in the order of the others.
  ["non-contiguous", ["vcf-contig-split", "vcf-chrom-assembly"]],
  ["nonflag-no-value->true", ["info-value-missing"]],
  ["sample-col-missing->undefined", ["vcf-column-count"]],
  ["sample-extra-fields", ["vcf-sample-values"]],
  ["unsorted", ["vcf-unsorted"]],
]);

const rows = existsSync(`${shared}${list}`)
  ? readFileSync(`${shared}${list}`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .filter(([, file]) => file !== undefined && existsSync(`${shared}conformance/vcf/${file}`))
  : [];

describe.skipIf(rows.length === 0)("what the library misreads in silence", () => {
  test("covers every row of the list", () => {
    expect(rows).toHaveLength(294);
  });

  const isReadRight = ([kind, file = ""]: readonly string[]): boolean =>
    file.endsWith("passed_body_info.vcf") && kind !== "FLAG-with-value->true";

  // Their keys have a type in the library's own table only; the files are valid.
  test.each(rows.filter(isReadRight))("%s in %s is read as it is written", (_, file) => {
    const records = readFileSync(`${shared}conformance/vcf/${file}`, "utf8").split("\n");
    const [item = ""] = records.flatMap(
      (record) => /\t((?:CIGAR=1M|SB=1\.)[^\t]+)/.exec(record)?.[1] ?? [],
    );
    const [key = "", value] = item.split("=");
    expect(value).toBeTruthy();
    expect(readInfo(item, new Map(), 1).values.get(key)).toBe(value);
  });

  const others = rows.filter((row) => !isReadRight(row));
  test.each(others)("%s in %s is reported", async (kind, file) => {
    const found = problemsOf(await checkSharedFile(`conformance/vcf/${file}`));
    const codes = found.map(({ code }) => code);
    expect(codes.filter((code) => reported.get(kind ?? "")?.includes(code))).not.toEqual([]);
  });
});
