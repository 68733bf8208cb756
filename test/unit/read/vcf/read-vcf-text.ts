import { streamSource, type ByteSource } from "../../../../src/io/byte-source.ts";
import type { RegionTable } from "../../../../src/io/region-table.ts";
import type { VariantCall } from "../../../../src/model/observation.ts";
import { foldProblems, type Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { vcf } from "../../../../src/read/vcf/vcf.ts";
import { streamOf } from "../../io/make-bytes.ts";
import type {
  VariantFile,
  VariantReadOptions,
  VariantRecord,
} from "../../../../src/read/variant-reader.ts";

export interface ReadVcf {
  readonly header: VariantFile["header"];
  readonly records: readonly VariantRecord[];
  readonly calls: readonly VariantCall[];
  readonly counts: ReturnType<VariantFile["counts"]>;
  readonly problems: readonly Problem[];
}

type Options = Partial<VariantReadOptions> & { readonly regions?: RegionTable | null };

/** Reads a VCF to its end. */
export async function readVcf(
  source: ByteSource | string | readonly Uint8Array[],
  options: Options = {},
): Promise<ReadVcf> {
  const { regions = null, ...given } = options;
  const problems: Problem[] = [];
  const file = await vcf.open(toSource(source), {
    allowTruncated: false,
    strict: false,
    report: (problem) => problems.push(problem),
    ...given,
  });
  const records: VariantRecord[] = [];
  for await (const record of file.records(regions)) records.push(record);
  return {
    header: file.header,
    records,
    calls: records.flatMap(({ calls }) => calls),
    counts: file.counts(),
    problems: foldProblems(problems),
  };
}

/** How a file comes out: `refused: CODE`, or the counts and the codes of the problems. */
export async function outcomeOf(
  source: ByteSource | string,
  options: Options = {},
): Promise<string> {
  try {
    const { counts, problems } = await readVcf(source, options);
    const codes = problems.map(({ code }) => code).sort();
    return [`read ${counts.read - counts.refused} of ${counts.read}`, ...codes].join(", ");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `refused (${error.kind}): ${error.problems[0]?.code}`;
  }
}

function toSource(source: ByteSource | string | readonly Uint8Array[]): ByteSource {
  if (typeof source === "string") return streamSource("x.vcf", streamOf(source));
  return "chunks" in source ? source : streamSource("x.vcf", streamOf(...source));
}

/** A VCF as text. Columns are written with spaces, and become tabs. */
export function makeVcf(parts: {
  readonly version?: string;
  readonly meta?: readonly string[];
  readonly samples?: readonly string[];
  readonly records?: readonly string[];
}): string {
  const { version = "VCFv4.2", meta = [], samples = ["TUMOR"], records = [] } = parts;
  const columns = "#CHROM POS ID REF ALT QUAL FILTER INFO".split(" ");
  const names = samples.length > 0 ? ["FORMAT", ...samples] : [];
  return [
    `##fileformat=${version}`,
    ...meta,
    [...columns, ...names].join("\t"),
    ...records.map((record) => record.replaceAll(" ", "\t")),
    "",
  ].join("\n");
}
