import { streamSource } from "../../../../src/io/byte-source.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import type { CopyNumberTable } from "../../../../src/read/copy-number/copy-numbers.ts";
import type { CopyNumberReader } from "../../../../src/read/reader.ts";
import { readers } from "../../../../src/read/readers.ts";
import type { EvidenceReadOptions } from "../../../../src/read/evidence-reader.ts";

/** The readers of copy numbers that claim a text. */
export function claiming(head: string): string[] {
  return readers
    .filter((reader) => reader.input === "copy-number" && reader.detect(head))
    .map(({ id }) => id);
}

/** Reads a text by the one reader that claims it. */
export async function readCopyNumbers(
  content: string,
  options: Partial<EvidenceReadOptions> = {},
): Promise<{ readonly table: CopyNumberTable; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  async function* bytes() {
    yield Buffer.from(content);
  }
  const [reader, ...others] = readers.filter(
    (each): each is CopyNumberReader => each.input === "copy-number" && each.detect(content),
  );
  if (reader === undefined || others.length > 0) throw new Error("not claimed by one reader");
  const report = (problem: Problem) => void problems.push(problem);
  const table = await reader.read(streamSource("t.tsv", bytes()), {
    report,
    strict: false,
    ...options,
  });
  return { table, problems };
}

/** The code of the refusal that reading ends in. */
export async function refusedAs(
  content: string,
  options: Partial<EvidenceReadOptions> = {},
): Promise<string> {
  const error: unknown = await readCopyNumbers(content, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error("the table was not refused", { cause: error });
  return `${error.kind} ${error.problems[0]?.code}`;
}

/** What a row states, without what it leaves open. */
export function statedOf(table: CopyNumberTable): Record<string, unknown>[] {
  return table.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => (key === "place" ? [key, placeText(row.place)] : [key, value])),
    ),
  );
}

function placeText(place: CopyNumberTable["rows"][number]["place"]): string {
  return place === null ? "" : `${place.contig}:${place.start}-${place.end}`;
}
