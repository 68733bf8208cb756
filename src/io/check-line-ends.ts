import { refuse, type Refusal } from "../model/refusal.ts";

/** A line as it was split: with the CR of a CRLF still there. */
export interface RawLine {
  readonly raw: string;
  /** 1-based. */
  readonly line: number;
  /** False for the last line of a file without a final newline. */
  readonly ended: boolean;
}

/**
 * A check to be called with the last line of every record. Throws Refusal "input" where line ends change from
 * LF to CRLF or back, and for a CR in the middle of a line: what follows it may be a row that nobody sees.
 */
export function makeLineEndCheck(file: string): (line: RawLine) => void {
  let before: "CRLF" | "LF" | null = null;
  return ({ raw, line, ended }) => {
    const returnAt = raw.indexOf("\r");
    if (returnAt !== -1 && returnAt < raw.length - 1) throw strayReturn({ file, line });
    if (!ended) return;
    const found = returnAt === -1 ? "LF" : "CRLF";
    before ??= found;
    if (found !== before) throw mixedEnds({ file, line }, { found, before });
  };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function strayReturn(where: Place): Refusal {
  return refuse("input", "line-ends", "a carriage return stands in the middle of the line", {
    where,
    hint: "Convert the line ends first: tr '\\r' '\\n' < FILE > OUT",
  });
}

function mixedEnds(where: Place, ends: { found: string; before: string }): Refusal {
  const message = `the line ends with ${ends.found} where those before end with ${ends.before}`;
  return refuse("input", "line-ends", message, {
    where,
    hint: "The file was put together from two; convert it first: tr -d '\\r' < FILE > OUT",
  });
}
