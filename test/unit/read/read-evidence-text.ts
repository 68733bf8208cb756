import { streamSource } from "../../../src/io/byte-source.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import type { ByteSource } from "../../../src/io/byte-source.ts";
import type { EvidenceReadOptions } from "../../../src/read/evidence-reader.ts";

interface ReadsEvidence<Table> {
  read(source: ByteSource, options: EvidenceReadOptions): Promise<Table>;
}

/** Reads a text as the file `t.csv`. */
export async function readEvidenceText<Table>(
  reader: ReadsEvidence<Table>,
  content: string,
  options: Partial<EvidenceReadOptions> = {},
): Promise<{ table: Table; problems: Problem[] }> {
  const problems: Problem[] = [];
  async function* bytes() {
    yield Buffer.from(content);
  }
  const table = await reader.read(streamSource("t.csv", bytes()), {
    strict: false,
    report: (problem) => problems.push(problem),
    ...options,
  });
  return { table, problems };
}

/** The first problem of the refusal that reading ends in. */
export async function refusedText<Table>(
  reader: ReadsEvidence<Table>,
  content: string,
  options: Partial<EvidenceReadOptions> = {},
): Promise<Problem> {
  try {
    await readEvidenceText(reader, content, options);
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : [];
    if (problem !== undefined) return problem;
    throw error;
  }
  throw new Error("the file was not refused");
}
