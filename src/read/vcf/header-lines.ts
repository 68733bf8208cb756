import { isUtf8 } from "node:buffer";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";

/** A line of text without its end; `number` is 1-based. */
export interface HeaderLine {
  readonly number: number;
  readonly text: string;
}

/** The header as lines, and what comes behind it. */
export interface SplitHeader {
  /** Lines that begin with `##`. */
  readonly meta: readonly HeaderLine[];
  /** The line of column names. */
  readonly columns: HeaderLine;
  /** Bytes of text before the first record. */
  readonly textSize: number;
  /** Blocks of whole lines from the first record on; can be taken once. */
  readonly records: AsyncIterable<Buffer>;
}

/** Headers of real files stay below 2 MB. */
const headerLimit = 16 << 20;
const lineFeed = 0x0a;
const hash = 0x23;

/**
 * Takes the header off blocks of whole lines. Throws Refusal "input" when there is none, when the column names are
 * missing, or when it is larger than 16 MiB.
 */
export async function splitHeader(
  blocks: AsyncIterable<Buffer>,
  options: { readonly name: string; readonly report: ReportProblem },
): Promise<SplitHeader> {
  const { name } = options;
  const meta: HeaderLine[] = [];
  let size = 0;
  let before = 0;
  const iterator = blocks[Symbol.asyncIterator]();
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const block = next.value;
    let start = 0;
    while (start < block.length) {
      const lineEnd = block.indexOf(lineFeed, start);
      const end = lineEnd === -1 ? block.length : lineEnd;
      const number = meta.length + 1;
      const text = decodeLine(block.subarray(start, end), { ...options, line: number });
      checkMetaLine(text, number, name);
      size += end - start;
      if (size > headerLimit) throw headerTooLarge(name);
      start = end + 1;
      if (!isColumnLine(text)) meta.push({ number, text });
      else {
        if (lineEnd === -1) options.report(noFinalNewline(name, number));
        const rest = block.subarray(start);
        return {
          meta,
          columns: { number, text },
          textSize: before + Math.min(start, block.length),
          records: continueWith(rest, iterator),
        };
      }
    }
    before += block.length;
  }
  if (meta.length > 0) throw noColumns(name, meta.length);
  throw refuse("input", "file-empty", `${name} holds no text`, { where: { file: name } });
}

/** Text of a line without a CR at its end. Bytes that are not UTF-8 are taken as Latin-1, with a warning. */
export function decodeLine(
  bytes: Buffer,
  options: { readonly name: string; readonly line: number; readonly report: ReportProblem },
): string {
  const line = bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
  if (isUtf8(line)) return line.toString("utf8");
  options.report(
    makeProblem("not-utf8", "warning", "a line is not valid UTF-8; it is read as Latin-1", {
      where: { file: options.name, line: options.line },
      hint: "Convert the file: iconv -f LATIN1 -t UTF-8 FILE > OUT",
    }),
  );
  return line.toString("latin1");
}

/** The last line of a text has no line feed. It is used; whether something was cut off cannot be seen. */
export function noFinalNewline(name: string, line: number): Problem {
  const message = "the last line has no line feed; the file may have been cut there";
  return makeProblem("no-final-newline", "warning", message, { where: { file: name, line } });
}

/** Also true for names that are separated by spaces, which is refused by a sentence of its own. */
function isColumnLine(text: string): boolean {
  return text.startsWith("#CHROM");
}

function checkMetaLine(text: string, number: number, name: string): void {
  if (number === 1 && !text.startsWith("##fileformat=")) throw noFileFormat(name);
  if (text.charCodeAt(0) !== hash && text !== "") throw noColumns(name, number);
}

async function* continueWith(
  rest: Buffer,
  iterator: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    if (rest.length > 0) yield rest;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

function noFileFormat(name: string): Refusal {
  return refuse("input", "vcf-no-fileformat", `the first line of ${name} is not ##fileformat`, {
    where: { file: name, line: 1 },
    hint: "A VCF starts with a line such as ##fileformat=VCFv4.2; add it if only this line is missing.",
  });
}

function noColumns(name: string, line: number): Refusal {
  return refuse("input", "vcf-no-column-names", `${name} has no #CHROM line before its records`, {
    where: { file: name, line },
  });
}

function headerTooLarge(name: string): Refusal {
  return refuse("input", "vcf-header-too-large", `the header of ${name} is larger than 16 MiB`, {
    where: { file: name },
  });
}
