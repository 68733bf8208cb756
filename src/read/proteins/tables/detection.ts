/** Words by which tables of proteins declare that a protein was looked for and found, or not found. */
import { makeProblem, type Problem, type ProblemWhere } from "../../../model/problem.ts";
import { showText } from "../../show-text.ts";
import { isMissing } from "../../tables/table-number.ts";

/** Lower case, `_` and `-` as blanks, no blank behind `<`. */
const notDetectedWords: ReadonlySet<string> = new Set([
  "not detected",
  "undetected",
  "below lod",
  "below lld",
  "below llod",
  "below limit of detection",
  "below the limit of detection",
  "below detection limit",
  "<lod",
  "<llod",
]);
const detectedWords: ReadonlySet<string> = new Set([
  "detected",
  "above lod",
  "above limit of detection",
  ">lod",
]);
/** Only where the column's name asks the question. */
const yes: ReadonlySet<string> = new Set(["yes", "true", "1"]);
const no: ReadonlySet<string> = new Set(["no", "false", "0"]);

/** Names of a column that declares detection, as `protein-columns.ts` simplifies them. */
export const detectionNames: ReadonlySet<string> = new Set([
  "detection",
  "detected",
  "is_detected",
  "detection_status",
  "detection_call",
]);

/** How a matrix declares it, in a sentence. */
export const wordInCell = "a word in place of the value";

export type Declared = "detected" | "not detected";

function plain(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .replace(/^([<>]) /, "$1");
}

const [space, less, letters] = [0x20, 0x3c, 0x40];
const shortestWord = "<lod".length;

/** True for a cell that says, in place of a value, that the protein was not detected. An empty cell says nothing. */
export function isNotDetected(cell: string): boolean {
  // A matrix has millions of cells, nearly all of them numbers or a short word for missing.
  if (cell.length < shortestWord) return false;
  const first = cell.charCodeAt(0);
  if (first !== space && first !== less && !(first > letters)) return false;
  return notDetectedWords.has(plain(cell));
}

/** What a cell of a column of detection declares: null for one that is empty, `unknown` for another word. */
export function readDetection(cell: string): Declared | "unknown" | null {
  if (isMissing(cell)) return null;
  const word = plain(cell);
  if (notDetectedWords.has(word) || no.has(word)) return "not detected";
  return detectedWords.has(word) || yes.has(word) ? "detected" : "unknown";
}

/** What a row declares and what it holds beside that. */
export interface DeclaredCell {
  /** The cell of the column of detection; null where the table has no such column. */
  readonly detection: string | null;
  /** The cell of the value. */
  readonly value: string;
  /** Of the cell of detection, else of the value. */
  readonly where: ProblemWhere;
}

/**
 * Whether a row declares its protein not detected, by a column or in place of the value, and what is wrong with it: a word that is
 * neither, a value that is not there although the protein was detected, or one beside "not detected", which is set aside.
 */
export function judgeDeclared({ detection, value, where }: DeclaredCell): {
  readonly isNotDetected: boolean;
  readonly problem: Problem | null;
} {
  const declared = detection === null ? null : readDetection(detection);
  const isSaid = isNotDetected(value);
  switch (declared) {
    case null:
      return { isNotDetected: isSaid, problem: null };
    case "unknown":
      return { isNotDetected: isSaid, problem: unknownWord(detection ?? "", where) };
    case "detected": {
      const problem = isSaid || isMissing(value) ? contradicted(value, where) : null;
      return { isNotDetected: false, problem };
    }
    case "not detected": {
      const problem = isSaid || isMissing(value) ? null : valueSetAside(value, where);
      return { isNotDetected: true, problem };
    }
  }
}

function unknownWord(cell: string, where: ProblemWhere): Problem {
  const message = `${showText(cell)} declares neither detected nor not detected, so the row declares nothing`;
  return makeProblem("detection-unknown", "warning", message, {
    where,
    hint: "Write detected or not detected; ND may as well mean not done or not determined.",
  });
}

function contradicted(value: string, where: ProblemWhere): Problem {
  const held = isMissing(value) ? "it has no value" : `its value is ${showText(value)}`;
  const message = `the row declares its protein detected, and ${held}; it counts as missing`;
  return makeProblem("detection-contradicted", "warning", message, {
    where,
    hint: "Give the value, or declare the protein not detected; what is right cannot be decided here.",
  });
}

function valueSetAside(value: string, where: ProblemWhere): Problem {
  const message = `the row declares its protein not detected and has the value ${showText(value)}, which is set aside`;
  return makeProblem("detection-value-set-aside", "notice", message, {
    where,
    hint: "Leave the value empty: one below the limit of detection, or put in its place, is no measurement.",
  });
}
