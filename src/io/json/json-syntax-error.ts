import type { ParseErrorCode } from "jsonc-parser";
import { printParseErrorCode } from "jsonc-parser";

/** What the parser expects, by its own name for the fault. */
const sentences = new Map([
  ["InvalidSymbol", "this is no JSON value"],
  ["InvalidNumberFormat", "this is no JSON number"],
  ["PropertyNameExpected", "a key in double quotes is expected here"],
  ["ValueExpected", "a value is expected here"],
  ["ColonExpected", "a colon is expected here"],
  ["CommaExpected", "a comma is expected here"],
  ["CloseBraceExpected", "a } is expected here"],
  ["CloseBracketExpected", "a ] is expected here"],
  ["EndOfFileExpected", "there is text after the end of the JSON"],
  ["InvalidCommentToken", "JSON has no comments"],
  ["UnexpectedEndOfComment", "JSON has no comments"],
  ["UnexpectedEndOfString", "the text has no closing quote"],
  ["UnexpectedEndOfNumber", "the number is not complete"],
  ["InvalidUnicode", "\\u needs four hexadecimal digits"],
  ["InvalidEscapeCharacter", "the backslash escapes nothing that JSON knows"],
  ["InvalidCharacter", "a text holds a control character"],
]);

/** The fault in a sentence: a trailing comma and a cut file are called by their names. */
export function describeSyntaxError(
  text: string,
  error: ParseErrorCode,
  offset: number,
): { message: string; hint?: string; offset?: number } {
  const before = text.slice(0, offset).trimEnd();
  const here = text[offset];
  if (before.endsWith(",") && (here === "}" || here === "]")) {
    return { message: `there is a comma before ${here}`, offset: before.length - 1 };
  }
  if (text.slice(offset).trim() === "" && !(/[}\]]$/.test(before) && error === 9)) {
    return {
      message: "the file ends in the middle",
      hint: "Was it cut? Restore it from version control.",
    };
  }
  return { message: sentences.get(printParseErrorCode(error)) ?? "this is not JSON" };
}
