import { streamSource } from "../../../../src/io/byte-source.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import type {
  ProteinReader,
  ProteinReadOptions,
  ProteinTable,
} from "../../../../src/read/protein-reader.ts";

interface ReadProtein {
  readonly table: ProteinTable;
  readonly problems: readonly Problem[];
}

/** Reads a text, or bytes, as the table `t.csv`; the case is TUMOR unless told. */
export async function readProtein(
  reader: ProteinReader,
  content: string | Buffer,
  options: Partial<ProteinReadOptions> = {},
): Promise<ReadProtein> {
  const problems: Problem[] = [];
  async function* bytes() {
    yield Buffer.from(content);
  }
  const table = await reader.read(streamSource("t.csv", bytes()), {
    sample: "TUMOR",
    strict: false,
    report: (problem) => problems.push(problem),
    ...options,
  });
  return { table, problems };
}

/** The refusal that reading ends in. */
export async function refusalOf(
  reader: ProteinReader,
  content: string | Buffer,
  options: Partial<ProteinReadOptions> = {},
): Promise<Pick<Refusal, "kind"> & Problem> {
  const error: unknown = await readProtein(reader, content, options).catch(
    (thrown: unknown) => thrown,
  );
  const [problem] = error instanceof Refusal ? error.problems : [];
  if (!(error instanceof Refusal) || problem === undefined) {
    throw new Error("the table was not refused", { cause: error });
  }
  return { kind: error.kind, ...problem };
}

/** Gene, value and cohort of every row, for a short comparison. */
export function rowsOf(table: ProteinTable): [string, number | null, number[]][] {
  return table.rows.map(({ gene, value, cohort }) => [gene, value, [...cohort]]);
}

/** Codes of the problems, but the notice on how the table was read that every table gives. */
export function codesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ code }) => code).filter((code) => code !== "protein-table");
}
