import { isUtf8 } from "node:buffer";
import { makeProblem, type Problem, type ReportProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import type { OpenedText } from "./open-text.ts";
import { splitBlocks } from "./split-blocks.ts";

/** A run of whole lines. One block is decoded at once, because decoding line by line costs more than reading. */
export interface LineBlock {
  /** 1-based line of the first text. */
  readonly firstLine: number;
  /** Without their LF; a CR before it is still there. */
  readonly texts: readonly string[];
  /** False when the last text is the end of a file without a final newline. */
  readonly ended: boolean;
}

/** The text of a table and the name that messages give it. */
export type TableSource = Pick<OpenedText, "name" | "chunks">;

export interface TableOptions {
  readonly report: ReportProblem;
  /** Refuse where a soft fault would only be reported. */
  readonly strict: boolean;
  /**
   * Fill up rows that end early with empty cells: a table that was saved again may have lost the empty cells at the ends of
   * its rows. Never a row that ends with an empty cell. For formats whose columns are known only; elsewhere a short row is a fault.
   */
  readonly fillRows?: boolean;
  /** Pass over lines before the header that begin with `#`: `#version 2.4`. */
  readonly comments?: boolean;
  /**
   * Takes rows of another length than the header, which are left out then. Absent: the first one refuses the table. For formats
   * whose rows are records of their own, so that one that was cut costs no other.
   */
  readonly refuseRow?: (problem: Problem) => void;
  /** `literal`: a quote is a character like any other, as programs write it that know no quoting. */
  readonly quotes?: "literal";
}

/**
 * Longest line and longest record, in bytes: 10,000 samples of 20 digits are a fifth of it. A larger one is
 * a quote that nobody closed, or no table.
 */
export const maxRecordSize = 1 << 20;

const lineFeed = 0x0a;

/**
 * The lines of a table. Throws Refusal "input" for bytes that are not UTF-8 and for lines above `maxRecordSize`.
 * A missing final newline is a warning, and a refusal when strict: the last number may be cut.
 */
export async function* readTableLines(
  source: TableSource,
  options: TableOptions,
): AsyncGenerator<LineBlock> {
  const { name } = source;
  let firstLine = 1;
  for await (const bytes of splitBlocks(source.chunks(), { name, lineLimit: maxRecordSize })) {
    const ended = bytes.at(-1) === lineFeed;
    if (!isUtf8(bytes)) throw notUtf8({ file: name, line: firstLine + lineOfFault(bytes) });
    const texts = bytes.toString("utf8").split("\n");
    if (ended) texts.pop();
    const long = texts.findIndex((text) => text.length > maxRecordSize);
    if (long !== -1) throw lineTooLong({ file: name, line: firstLine + long });
    const block = { firstLine, texts, ended };
    firstLine += texts.length;
    if (!ended) reportNoNewline({ file: name, line: firstLine - 1 }, options);
    yield block;
  }
}

/** 0-based line of the first bytes that are not UTF-8; only asked on the way to a refusal. */
function lineOfFault(bytes: Buffer): number {
  let line = 0;
  for (let from = 0; from < bytes.length; line += 1) {
    const next = bytes.indexOf(lineFeed, from);
    const end = next === -1 ? bytes.length : next;
    if (!isUtf8(bytes.subarray(from, end))) break;
    from = end + 1;
  }
  return line;
}

/** For a line that came whole in one chunk; one that grows over several is refused by `splitBlocks`. */
function lineTooLong(where: { file: string; line: number }): Error {
  return refuse("input", "line-too-long", "the line is longer than 1 MiB", { where });
}

function notUtf8(where: { file: string; line: number }): Error {
  return refuse("input", "not-utf8", "the line is not UTF-8 text", {
    where,
    hint: "Save the table as CSV UTF-8, or convert it, for example with: iconv -f LATIN1 -t UTF-8",
  });
}

function reportNoNewline(
  where: { file: string; line: number },
  { report, strict }: TableOptions,
): void {
  const message = "the last line has no newline at its end; the file may be cut short";
  const hint = "Compare its size with the original.";
  if (strict) throw refuse("input", "no-final-newline", message, { where, hint });
  report(makeProblem("no-final-newline", "warning", message, { where, hint }));
}
