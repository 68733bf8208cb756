import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fileSource } from "../../src/io/byte-source.ts";
import { Refusal } from "../../src/model/refusal.ts";
import type { CheckedFile } from "../../src/run/check/check-input.ts";
import { vcf } from "../../src/read/vcf/vcf.ts";
import { checkSharedFile, problemsOf, shared } from "./check-shared-file.ts";
import { cpuTime } from "../unit/cpu-time.ts";

/** Our own damaged files, with what must become of each. */
const list = "faults/EXPECTED.tsv";

const rows: readonly (readonly [name: string, expected: string])[] = existsSync(`${shared}${list}`)
  ? readFileSync(`${shared}${list}`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .flatMap(([name = "", expected = ""]) =>
        /^(?:vcf|bgzf)\//.test(name) ? [[name, expected] as const] : [],
      )
  : [];

type Outcome = "refused" | "record refused" | "warned" | "accepted";

function outcomeOf(checked: CheckedFile): Outcome {
  const severities = new Set(problemsOf(checked).map(({ severity }) => severity));
  if (checked.isRefused) return "refused";
  if (severities.has("error")) return "record refused";
  return severities.has("warning") ? "warned" : "accepted";
}

/** Where the list leaves a choice, or speaks of a later stage than reading, what was decided. */
const decided = new Map<string, Outcome>([
  ["vcf/proto_header_pollution.vcf", "accepted"],
  ["vcf/proto_info_key.vcf", "accepted"],
  ["vcf/info_percent_broken.vcf", "accepted"],
  ["vcf/sample_terminal_escape.vcf", "refused"],
  ["vcf/bom.vcf", "accepted"],
  ["vcf/cr_only.vcf", "refused"],
  ["vcf/comment_in_body.vcf", "warned"],
  ["vcf/fileformat_v5.vcf", "refused"],
  ["vcf/extra_column.vcf", "record refused"],
  ["vcf/gt_out_of_range.vcf", "record refused"],
  ["vcf/pos_bad.vcf", "record refused"],
  ["vcf/pos_beyond_contig.vcf", "record refused"],
  ["vcf/pos_negative_zero.vcf", "record refused"],
  ["vcf/info_dup_key.vcf", "warned"],
  ["vcf/long_line_10MB.vcf.gz", "refused"],
  ["vcf/redos_alt_2kB.vcf", "record refused"],
  ["vcf/redos_alt_20kB.vcf", "record refused"],
  // These need a genome build, which a check does not.
  ["vcf/wrong_build_lengths.vcf", "warned"],
  ["vcf/wrong_build_header_lies.vcf", "accepted"],
  ["vcf/mixed_builds.vcf", "accepted"],
  ["vcf/two_phased_snvs_codon.vcf", "accepted"],
  ["bgzf/noeof.vcf.gz", "refused"],
  ["bgzf/trunc_last_byte.vcf.gz", "refused"],
  ["bgzf/bad_bsize.vcf.gz", "refused"],
  ["bgzf/zeros_tail.vcf.gz", "refused"],
]);

/** The outcomes that the first words of an expectation allow. */
function allowed(name: string, expected: string): readonly Outcome[] {
  const one = decided.get(name);
  if (one !== undefined) return [one];
  if (/^refuse (?:line|both lines|ALT)/.test(expected)) return ["record refused"];
  if (expected.startsWith("refuse")) return ["refused"];
  if (expected.startsWith("warn") || /\bwarning\b/.test(expected)) return ["warned"];
  if (/warned for/.test(expected)) return ["warned"];
  return ["accepted", "warned"];
}

describe.skipIf(rows.length === 0)("fault files", () => {
  const prototypeKeys = Object.getOwnPropertyNames(Object.prototype);

  test.each(rows)("%s: %s", async (name, expected) => {
    const start = cpuTime();
    const outcome = outcomeOf(await checkSharedFile(`faults/${name}`));
    expect(allowed(name, expected)).toContain(outcome);
    expect(cpuTime() - start).toBeLessThan(5_000);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeKeys);
  });

  /** The reading that `annotate` does, of the first sample. */
  const readForUse = async (name: string, tumorSample: string | undefined): Promise<string> => {
    try {
      const file = await vcf.open(fileSource(`${shared}faults/${name}`), {
        tumorSample,
        allowTruncated: false,
        strict: false,
        report: () => {},
      });
      for await (const _ of file.records(null));
      return `${file.counts().read} read, ${file.counts().refused} refused`;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return `refused: ${error.problems[0]?.code}`;
    }
  };

  const sampleOf = (name: string): string | undefined =>
    name.endsWith(".vcf")
      ? /^#CHROM(?:\t[^\t]*){8}\t([^\t\r\n]*)/m.exec(
          readFileSync(`${shared}faults/${name}`, "utf8"),
        )?.[1]
      : undefined;

  test.each(rows)(
    "%s is refused by annotate where it is by check, and there only",
    async (name) => {
      const tumorSample = sampleOf(name);
      const checked = await checkSharedFile(`faults/${name}`, { tumorSample });
      const refusal = checked.kinds.find(({ severity }) => severity === "error");
      const found = checked.isRefused
        ? `refused: ${refusal?.code}`
        : `${checked.counts?.read} read, ${checked.counts?.refused} refused`;
      expect(found).toBe(await readForUse(name, tumorSample));
    },
  );
});
