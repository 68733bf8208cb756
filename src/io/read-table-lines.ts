import { isUtf8 } from "node:buffer";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";

/** A run of whole lines. One block is decoded at once, because decoding line by line costs more than reading. */
export interface LineBlock {
  /** 1-based line of the first text. */
  readonly firstLine: number;
  /** Without their LF; a CR before it is still there. */
  readonly texts: readonly string[];
}

/** Decompressed bytes of a table and the name that messages give it. */
export interface TableSource {
  readonly name: string;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface TableOptions {
  readonly report: ReportProblem;
  /** Refuse where a soft fault would only be reported. */
  readonly strict: boolean;
}

/**
 * Longest line and longest record, in bytes: 10,000 samples of 20 digits are a fifth of it. A larger one is
 * a quote that nobody closed, or no table.
 */
export const maxRecordSize = 1024 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * The lines of a text table: strict UTF-8, a byte order mark dropped with a notice. Throws Refusal "input"
 * for an empty file, UTF-16, NUL, bytes that are not UTF-8, line ends of CR alone and lines above
 * `maxRecordSize`; a missing final newline is a warning, and a refusal when strict, since the last number may be cut.
 */
export async function* readTableLines(
  source: TableSource,
  options: TableOptions,
): AsyncGenerator<LineBlock> {
  const { name: file } = source;
  let line = 1;
  let held: Uint8Array[] = [];
  let heldSize = 0;
  let started = false;
  for await (const chunk of source.chunks()) {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end > 0) {
      const bytes = Buffer.concat([...held, chunk.subarray(0, end)]);
      const text = decodeBlock(started ? bytes : screenStart(bytes, file, options), { file, line });
      started = true;
      const texts = text.split("\n");
      texts.pop();
      yield { firstLine: line, texts };
      line += texts.length;
      held = [];
      heldSize = 0;
    }
    if (end === chunk.length) continue;
    held.push(chunk.subarray(end));
    heldSize += chunk.length - end;
    if (heldSize > maxRecordSize) throw tooLong(Buffer.concat(held), { file, line });
  }
  const bytes = Buffer.concat(held);
  if (bytes.length === 0 && !started) throw emptyFile(file);
  if (bytes.length === 0) return;
  const text = decodeBlock(started ? bytes : screenStart(bytes, file, options), { file, line });
  if (!started && bytes.includes(carriageReturn)) throw onlyCarriageReturns(file);
  reportNoNewline({ file, line }, options);
  yield { firstLine: line, texts: [text] };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** Checks what the first bytes say about the encoding, and returns them without the byte order mark. */
function screenStart(bytes: Buffer, file: string, options: TableOptions): Buffer {
  const first = bytes.readUInt16BE(0);
  if (bytes.length > 1 && (first === 0xfffe || first === 0xfeff)) {
    throw refuse("input", "not-utf8", "the table is UTF-16 text, not UTF-8", {
      where: { file },
      hint: "Save it as CSV UTF-8, or convert it with: iconv -f UTF-16 -t UTF-8",
    });
  }
  if (!bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark)) return bytes;
  options.report(
    makeProblem("byte-order-mark", "notice", "a byte order mark was dropped", { where: { file } }),
  );
  const rest = bytes.subarray(byteOrderMark.length);
  if (rest.length === 0) throw emptyFile(file);
  return rest;
}

function decodeBlock(bytes: Buffer, start: Place): string {
  if (!isUtf8(bytes)) {
    const line = findLine(bytes, start, (each) => !isUtf8(each));
    throw refuse("input", "not-utf8", "the line is not UTF-8 text", {
      where: { file: start.file, line },
      hint: "Save it as CSV UTF-8, or convert it, for example with: iconv -f LATIN1 -t UTF-8",
    });
  }
  if (bytes.includes(0)) {
    const line = findLine(bytes, start, (each) => each.includes(0));
    throw refuse("input", "nul-byte", "the line holds a NUL byte, which no text table has", {
      where: { file: start.file, line },
      hint: "The file may be UTF-16, or damaged; export it again as CSV UTF-8.",
    });
  }
  for (let from = 0; bytes.length - from > maxRecordSize; ) {
    const end = bytes.indexOf(lineFeed, from) + 1;
    if (end - from > maxRecordSize) {
      throw tooLong(bytes, { file: start.file, line: findLine(bytes, start, isTooLong) });
    }
    if (end === 0) break;
    from = end;
  }
  return bytes.toString("utf8");
}

const isTooLong = (bytes: Buffer): boolean => bytes.length > maxRecordSize;

/** Line of the first line of a block for which `test` holds; only asked on the way to a refusal. */
function findLine(bytes: Buffer, start: Place, test: (line: Buffer) => boolean): number {
  let { line } = start;
  for (let from = 0; from < bytes.length; line += 1) {
    const next = bytes.indexOf(lineFeed, from);
    const end = next === -1 ? bytes.length : next;
    if (test(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
  return start.line;
}

function emptyFile(file: string): Error {
  return refuse("input", "table-empty", "the table is empty", { where: { file } });
}

function onlyCarriageReturns(file: string): Error {
  return refuse("input", "line-ends", "lines end with a carriage return alone, as on old Macs", {
    where: { file },
    hint: "Convert it with: tr '\\r' '\\n'",
  });
}

function tooLong(bytes: Buffer, { file, line }: Place): Error {
  if (line === 1 && bytes.includes(carriageReturn) && !bytes.includes(lineFeed)) {
    return onlyCarriageReturns(file);
  }
  return refuse("input", "record-too-long", "the line is longer than 1 MiB", {
    where: { file, line },
    hint: "This is no table of values, or it is damaged.",
  });
}

function reportNoNewline(where: Place, { report, strict }: TableOptions): void {
  const message = "the last line has no newline at its end; the file may be cut short";
  const hint = "Compare its size with the original.";
  if (strict) throw refuse("input", "no-final-newline", message, { where, hint });
  report(makeProblem("no-final-newline", "warning", message, { where, hint }));
}
