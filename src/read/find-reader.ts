import type { ByteSource } from "../io/byte-source.ts";
import { peekTable } from "../io/open-table.ts";
import { openText } from "../io/open-text.ts";
import { refuse } from "../model/refusal.ts";
import type { Reader } from "./reader.ts";
import { variantReaders } from "./variant-readers.ts";
import { vcf } from "./vcf/vcf.ts";
import type { VariantReader } from "./variant-reader.ts";

/** The readers of tables are many, and most cases have none: they are loaded when one is asked for. */
async function loadReaders(): Promise<readonly Reader[]> {
  return (await import("./readers.ts")).readers;
}

/**
 * The one reader of a kind of input that knows the file by its first 64 KiB of text; the name never decides.
 * Refusal "input" when no reader or more than one claims it: nothing is guessed between two formats.
 */
export async function findReader<Input extends Reader["input"]>(
  input: Input,
  source: ByteSource,
): Promise<Extract<Reader, { input: Input }>> {
  return (await findReaderByHead(input, source)).reader;
}

/** The same, with the head that it was known by. */
export async function findReaderByHead<Input extends Reader["input"]>(
  input: Input,
  source: ByteSource,
): Promise<{ readonly reader: Extract<Reader, { input: Input }>; readonly head: string }> {
  const head = await readHead(source);
  const candidates = (await loadReaders()).filter(
    (reader): reader is Extract<Reader, { input: Input }> => reader.input === input,
  );
  const claiming = candidates.filter((reader) => reader.detect(head));
  const [reader, other] = claiming;
  if (reader !== undefined && other === undefined) return { reader, head };
  throw refuse(
    "input",
    reader === undefined ? "format-unknown" : "format-ambiguous",
    reader === undefined
      ? `${source.name} is none of the ${input} formats that metaction reads`
      : `${source.name} could be ${claiming.map(({ id }) => id).join(" or ")}`,
    {
      where: { file: source.name },
      hint:
        reader === undefined ? hintOf(candidates, head) : nameKnown(claiming, candidates.length),
    },
  );
}

/** For a file that could be of several formats, of all that there are. */
export function nameKnown(readers: readonly Reader[], all: number): string {
  const known = readers.map(({ id, title }) => `${id} (${title})`).join(", ");
  return `Known: ${known}. metaction formats lists ${all > readers.length ? `all ${all} formats with ` : ""}their columns.`;
}

/** Of a kind with one format, that is written by hand: which columns lack, and how the file begins. */
function hintOf(candidates: readonly Reader[], head: string): string {
  const [only, other] = candidates;
  if (only?.example === undefined || other !== undefined) return nameNearest(candidates, head);
  const found = new Set(peekTable(head)?.columns.map((name) => name.toLowerCase()));
  const lacking = only.columns.filter(({ name, required }) => required && !found.has(name));
  const names = lacking.map(({ name }) => name).join(" and ");
  return `The first line has to name the columns; ${names} ${lacking.length === 1 ? "is" : "are"} missing. Example of two lines: ${only.example.join(" / ")}`;
}

const mostNamed = 3;

/** `LFQ intensity (sample)` stands for the columns of all samples. */
const placeholder = /\((?:sample|run|channel)\)|\[n\]/;

function hasColumn(columns: readonly string[], name: string): boolean {
  if (columns.includes(name)) return true;
  const parts = name.split(placeholder);
  const [before = "", behind = ""] = parts;
  if (parts.length !== 2 || before + behind === "") return false;
  return columns.some(
    (column) =>
      column.length > before.length + behind.length &&
      column.startsWith(before) &&
      column.endsWith(behind),
  );
}

/** For a file of no known format: those of which the table has the most required columns; of a few all. */
export function nameNearest(candidates: readonly Reader[], head: string): string {
  if (candidates.length <= mostNamed) return nameKnown(candidates, candidates.length);
  const columns = (peekTable(head)?.columns ?? []).map((name) => name.toLowerCase());
  const near = candidates
    .map(({ id, title, columns: own }) => {
      const required = own.filter((column) => column.required).map(({ name }) => name);
      const missing = required.filter((name) => !hasColumn(columns, name.toLowerCase()));
      return { id, title, has: required.length - missing.length, missing };
    })
    .filter(({ has }) => has > 0)
    .toSorted((a, b) => b.has - a.has || a.missing.length - b.missing.length)
    .slice(0, mostNamed);
  const rest = `metaction formats lists all ${candidates.length} formats with their columns.`;
  if (near.length === 0) return rest;
  const names = near.map(
    ({ id, title, missing }) =>
      `${id} (${title}${missing.length === 0 ? "" : `; not found: ${missing.join(", ")}`})`,
  );
  return `Nearest by their columns: ${names.join(", ")}. ${rest}`;
}

/**
 * The reader of a file of variants. A stream is a VCF: it cannot be looked at and then read. So is what no reader claims, because
 * the reader of VCF says what is wrong with it. Refusal "input" for a table of another kind, or one that two readers claim.
 */
export async function findVariantReader(source: ByteSource): Promise<VariantReader> {
  if (source.path === null) return vcf;
  const head = await readHead(source);
  const [reader, another] = variantReaders.filter((each) => each.detect(head));
  if (reader !== undefined && another === undefined) return reader;
  // The others are asked only now: a table is taken apart by each of them.
  const other = reader ?? (await loadReaders()).find((each) => each.detect(head));
  if (other === undefined) return vcf;
  const isOther = reader === undefined;
  throw refuse(
    "input",
    isOther ? "format-of-other-input" : "format-ambiguous",
    isOther
      ? `${source.name} is no file of variants, but ${other.id} (${other.title})`
      : `${source.name} could be ${reader.id} or ${another?.id}`,
    {
      where: { file: source.name },
      hint: "metaction formats lists what each input is, and metaction annotate --help the option that takes it.",
    },
  );
}

/** Every reader that claims a file, and the head that they judged by. Throws Refusal "input" for what is no text. */
export async function recognize(
  source: ByteSource,
): Promise<{ readonly head: string; readonly claiming: readonly Reader[] }> {
  const head = await readHead(source);
  return { head, claiming: (await loadReaders()).filter((reader) => reader.detect(head)) };
}

async function readHead(source: ByteSource): Promise<string> {
  // Problems are reported when the file is read for good.
  const opened = await openText(source, { allowTruncated: true, report: () => {} });
  await opened.close();
  return opened.head.toString("utf8");
}
