import type { ByteSource } from "../../../../src/io/byte-source.ts";
import { foldProblems, type Problem } from "../../../../src/model/problem.ts";
import type {
  VariantFile,
  VariantReader,
  VariantReadOptions,
  VariantRecord,
} from "../../../../src/read/variant-reader.ts";

interface ReadList {
  readonly header: VariantFile["header"];
  readonly records: readonly VariantRecord[];
  readonly counts: ReturnType<VariantFile["counts"]>;
  readonly others: number;
  readonly problems: readonly Problem[];
}

/** A source of text that can be read again, as a file can. */
export function textSource(text: string | Uint8Array, name = "list.txt"): ByteSource {
  return {
    name,
    path: null,
    open: null,
    async *chunks() {
      yield Buffer.from(text);
    },
  };
}

/** Reads a table of variants to its end. */
export async function readList(
  reader: VariantReader,
  text: string | Uint8Array,
  options: Partial<VariantReadOptions> = {},
): Promise<ReadList> {
  const problems: Problem[] = [];
  const file = await reader.open(textSource(text), {
    allowTruncated: false,
    strict: false,
    report: (problem) => problems.push(problem),
    ...options,
  });
  const records: VariantRecord[] = [];
  for await (const record of file.records(null)) records.push(record);
  return {
    header: file.header,
    records,
    counts: file.counts(),
    others: file.otherSamples?.() ?? 0,
    problems: foldProblems(problems),
  };
}
