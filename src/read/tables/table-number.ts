import type { OpenTable } from "../../io/open-table.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import { showText } from "../show-text.ts";

/** Where a cell stands. */
interface CellPlace {
  /** 1-based. */
  readonly line: number;
  /** 0-based index of the column. */
  readonly column: number;
}

export interface NumberReader {
  /**
   * The number in a cell; NaN where the cell states that the value is missing. Throws Refusal "input" for all else. `line`: 1-based; `column`:
   * 0-based index.
   */
  read(cell: string, line: number, column: number): number;
  /**
   * A text of which a number is a part (`<9,5 %`), with decimal points. For scales that end below 1000, where no comma parts thousands. Throws
   * Refusal "input" where the table writes decimals in both ways.
   */
  withPoints(text: string, line: number, column: number): string;
  /** Call after the last cell: says how decimal commas were read, or throws Refusal "input" when they may be thousands. */
  finish(report: ReportProblem): void;
}

/** What tables write for a value that was not measured; compared without case. */
const missing = new Set(["", "na", "n/a", "#n/a", "nan", "null", "-"]);

/** Each alternative starts with another character, so that a long cell takes linear time. */
const pointNumber = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const commaNumber = /^[-+]?(?:\d+,\d*|,\d+)(?:[eE][-+]?\d+)?$/;
/** `1,234` is 1234 in one country and 1.234 in another; no thousand is written `0,234`. */
const maybeThousands = /^[-+]?[1-9]\d{0,2},\d{3}$/;

/** True for a cell that states that its value is missing. */
export function isMissing(cell: string): boolean {
  return missing.has(cell.trim().toLowerCase());
}

/**
 * Reads the numbers of one table. A decimal comma is read where no comma separates the columns and no
 * number of the table has a decimal point; in a tab-separated table at least one must not be of the shape `1,234`.
 */
export function makeNumberReader(
  file: string,
  { delimiter, columns }: Pick<OpenTable, "delimiter" | "columns">,
): NumberReader {
  const notNumber = (cell: SeenCell): Refusal => {
    const column = showText(columns[cell.place.column] ?? "");
    return refuse(
      "input",
      "not-a-number",
      `${showText(cell.text)} in column ${column} is no number`,
      {
        where: whereOf(file, cell),
        hint: hintOf(cell.text),
      },
    );
  };
  let firstPoint: SeenCell | null = null;
  let firstComma: SeenCell | null = null;
  let commasAreDecimal = delimiter.text === ";";

  const readComma = (text: string, place: CellPlace): number => {
    if (delimiter.text === ",") throw notNumber({ text, place });
    firstComma ??= { text, place };
    if (firstPoint !== null) throw mixed(file, { text, place }, firstPoint);
    commasAreDecimal ||= !maybeThousands.test(text);
    return Number(text.replace(",", "."));
  };
  const seePoint = (text: string, place: CellPlace): void => {
    firstPoint = { text, place };
    if (firstComma !== null) throw mixed(file, { text, place }, firstComma);
  };
  const read = (text: string, line: number, column: number): number => {
    const digits = readDigits(text);
    const value = Number.isNaN(digits) && pointNumber.test(text) ? Number(text) : digits;
    if (!Number.isNaN(value)) {
      if (firstPoint === null && text.includes(".")) seePoint(text, { line, column });
      if (!Number.isFinite(value)) throw notNumber({ text, place: { line, column } });
      return value;
    }
    if (text === "") return Number.NaN;
    const trimmed = text.trim();
    if (trimmed !== text) return read(trimmed, line, column);
    if (missing.has(text.toLowerCase())) return Number.NaN;
    if (commaNumber.test(text)) return readComma(text, { line, column });
    throw notNumber({ text, place: { line, column } });
  };
  return {
    read,
    withPoints(text, line, column) {
      if (/\d\.\d/u.test(text)) seePoint(text, { line, column });
      if (delimiter.text === "," || !/\d,\d/u.test(text)) return text;
      readComma(text, { line, column });
      commasAreDecimal = true;
      return text.replaceAll(/(?<=\d),(?=\d)/gu, ".");
    },
    finish(report) {
      if (firstComma === null) return;
      if (!commasAreDecimal) throw notNumber(firstComma);
      const message = `decimal commas were read as decimal points, as in ${showText(firstComma.text)}`;
      report(makeProblem("decimal-comma", "notice", message, { where: whereOf(file, firstComma) }));
    },
  };
}

function hintOf(text: string): string {
  if (text.includes(",")) {
    return "A comma here may stand for decimals or for thousands; write numbers with a point and no separator.";
  }
  if (text.startsWith("<")) {
    return "A limit is no value: leave the cell empty or, in a table of proteins, write not detected where the limit is that of detection.";
  }
  return "Leave a cell empty, or write NA, where nothing was measured.";
}

/** Powers of ten up to that of the most digits. */
const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const mostDigits = powers.length - 1;
const [zero, point, plus, minus] = [0x30, 0x2e, 0x2b, 0x2d];

/**
 * The number that a sign, digits and a point among them are: nearly every cell of a matrix, and several times as fast as a pattern and
 * `Number`. Up to 15 digits and the power of ten below them are exact, so that their quotient is the double nearest to the text, as `Number` gives it.
 * NaN for all else.
 */
function readDigits(text: string): number {
  const end = text.length;
  const first = end === 0 ? zero : text.charCodeAt(0);
  let number = 0;
  let count = 0;
  let decimals = -1;
  for (let at = first === minus || first === plus ? 1 : 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - zero;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      count += 1;
    } else if (code === point && decimals === -1) decimals = end - 1 - at;
    else return Number.NaN;
  }
  if (count === 0 || count > mostDigits) return Number.NaN;
  const value = decimals > 0 ? number / (powers[decimals] ?? 1) : number;
  return first === minus ? -value : value;
}

interface SeenCell {
  readonly text: string;
  readonly place: CellPlace;
}

function whereOf(
  file: string,
  { place }: SeenCell,
): { file: string; line: number; column: number } {
  return { file, line: place.line, column: place.column + 1 };
}

function mixed(file: string, cell: SeenCell, before: SeenCell): Refusal {
  const message = `${showText(cell.text)} and ${showText(before.text)} (line ${before.place.line}) write decimals in two ways`;
  return refuse("input", "decimals-mixed", message, {
    where: whereOf(file, cell),
    hint: "Export the table again with one decimal sign.",
  });
}
