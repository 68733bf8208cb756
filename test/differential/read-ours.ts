import { fileSource } from "../../src/io/byte-source.ts";
import { openText } from "../../src/io/open-text.ts";
import { splitBlocks } from "../../src/io/split-blocks.ts";
import type { Problem } from "../../src/model/problem.ts";
import { Refusal } from "../../src/model/refusal.ts";
import { vcf } from "../../src/read/vcf/vcf.ts";
import type { VariantRecord } from "../../src/read/variant-reader.ts";

/** A record as it stands in the file, and what was read of it; `record` is null where it was refused. */
export interface ReadLine {
  /** CHROM, POS, ID, REF, ALT and FILTER. */
  readonly columns: readonly string[];
  readonly record: VariantRecord | null;
  /** Code of the problem that refused it. */
  readonly refusedFor: string | null;
}

export interface OurReading {
  readonly samples: readonly string[];
  readonly lines: readonly ReadLine[];
}

/** Reads a file for one of its samples, the first unless named; the code of the refusal when the file is refused. */
export async function readOurs(path: string, sample?: string): Promise<OurReading | string> {
  const problems: Problem[] = [];
  try {
    const file = await vcf.open(fileSource(path), {
      tumorSample: sample,
      allowTruncated: false,
      strict: false,
      // Also says which sample is chosen where none is asked for.
      audit: sample === undefined,
      report: (problem) => problems.push(problem),
    });
    const { samples } = file.header;
    const [first] = samples;
    const records = new Map<number, VariantRecord>();
    for await (const record of file.records(null)) {
      if (record.line !== null) records.set(record.line ?? 0, record);
    }
    if (sample === undefined && first !== undefined) return await readOurs(path, first);
    const refused = new Map(
      problems.flatMap(({ severity, code, where }) =>
        severity === "error" && where?.line !== undefined ? [[where.line, code] as const] : [],
      ),
    );
    const lines = (await linesOf(path)).flatMap(({ text, number }) => {
      if (text === "" || text.startsWith("#")) return [];
      const columns = text.split("\t").slice(0, 7);
      columns.splice(5, 1);
      const record = records.get(number) ?? null;
      return [{ columns, record, refusedFor: refused.get(number) ?? null }];
    });
    return { samples, lines };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems[0]?.code ?? "refused";
  }
}

async function linesOf(path: string): Promise<{ text: string; number: number }[]> {
  const text = await openText(fileSource(path), { report: () => {} });
  const blocks: Buffer[] = [];
  for await (const block of splitBlocks(text.chunks(), { name: path })) {
    blocks.push(Buffer.from(block));
  }
  return Buffer.concat(blocks)
    .toString("utf8")
    .split("\n")
    .map((line, index) => ({ text: line.replace(/\r$/, ""), number: index + 1 }));
}
