import { streamSource } from "../../../../src/io/byte-source.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import type { FusionReader } from "../../../../src/read/reader.ts";
import { readers } from "../../../../src/read/readers.ts";
import type {
  FusionTable,
  StructuralTable,
} from "../../../../src/read/structural/structural-call.ts";
import { svVcf } from "../../../../src/read/structural/sv-vcf.ts";
import type { EvidenceReadOptions } from "../../../../src/read/evidence-reader.ts";

function sourceOf(name: string, text: string) {
  async function* bytes() {
    yield Buffer.from(text);
  }
  return streamSource(name, bytes());
}

/** Reads records behind a header of one sample or of none. */
export async function readSv(
  records: readonly string[],
  given: {
    header?: readonly string[];
    samples?: readonly string[];
  } & Partial<EvidenceReadOptions> = {},
): Promise<StructuralTable & { readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const { header = [], samples = [], ...options } = given;
  const columns = "#CHROM POS ID REF ALT QUAL FILTER INFO".split(" ");
  const names = samples.length === 0 ? columns : [...columns, "FORMAT", ...samples];
  const lines = ["##fileformat=VCFv4.2", ...header, names.join("\t"), ...records.map(tabs)];
  const table = await svVcf.read(sourceOf("sv.vcf", `${lines.join("\n")}\n`), {
    report: (problem) => void problems.push(problem),
    strict: false,
    ...options,
  });
  return { ...table, problems };
}

/** Tabs for the spaces of a line. */
function tabs(line: string): string {
  return line.replaceAll(/ +/g, "\t");
}

/** Reads a table of fusions by the one reader that claims it. */
export async function readFusions(
  content: string,
  options: Partial<EvidenceReadOptions> = {},
): Promise<{ id: string; table: FusionTable; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const [reader, ...others] = readers.filter(
    (each): each is FusionReader => each.input === "fusions" && each.detect(content),
  );
  if (reader === undefined || others.length > 0) throw new Error("not claimed by one reader");
  const table = await reader.read(sourceOf("fusions.tsv", content), {
    report: (problem) => void problems.push(problem),
    strict: false,
    ...options,
  });
  return { id: reader.id, table, problems };
}

/** The kind and the code of the refusal that a reading ends in. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error("the file was not refused", { cause: error });
  return `${error.kind} ${error.problems[0]?.code}`;
}
