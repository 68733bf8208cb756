import { sha256 } from "../io/sha256.ts";
import { makeProblem, type Problem, type ProblemWhere } from "../model/problem.ts";
import { noLineBefore, type ResponseLine, responseLineSchema } from "../model/response-event.ts";
import { isUnchanged } from "./record-line.ts";

/** How far the record had come when a line was last added, kept beside it. */
export interface RecordHead {
  readonly seq: number;
  /** SHA-256 of that line, without its line feed. */
  readonly sha256: string;
}

export interface ReadRecord {
  /** The lines that can be read, in the order of the file; all of them when there are no problems. */
  readonly lines: readonly ResponseLine[];
  readonly head: RecordHead;
  readonly problems: readonly Problem[];
  /** Where a line without its line feed begins, in bytes; null when the last line is whole. */
  readonly tornAt: number | null;
}

/** Stands for the digest of a line that was changed: the fault is told there, and not again at the next line. */
const unknownDigest = "";

const restore =
  "Put a copy of the file back from before the change; it is never mended by a program.";

/**
 * Reads a record and holds each line to its own digest, to the line before it and to the numbering, and the last one to `known`, the
 * head that was kept beside the file (null where there is none). Nothing is changed; every fault is a problem with its line.
 */
export function readRecord(
  bytes: Uint8Array,
  { file, known }: { file: string; known: RecordHead | null },
): ReadRecord {
  const end = bytes.lastIndexOf(0x0a) + 1;
  const tornAt = end < bytes.length ? end : null;
  const texts = splitLines(bytes.subarray(0, end));
  const problems: Problem[] = [];
  const lines: ResponseLine[] = [];
  const reads = texts.map((text, at) => readLine(text, { file, line: at + 1 }));
  const present = new Set(reads.flatMap((read) => ("line" in read ? [read.line.seq] : [])));
  let head: RecordHead = { seq: 0, sha256: noLineBefore };
  for (const [at, read] of reads.entries()) {
    if ("problem" in read) {
      problems.push(read.problem);
      head = { seq: head.seq + 1, sha256: unknownDigest };
      continue;
    }
    const { line } = read;
    lines.push(line);
    const broken = findBreak(line, { head, present }, { file, line: at + 1 });
    if (broken !== null) problems.push(broken);
    if (line.seq >= head.seq) head = { seq: line.seq, sha256: sha256(texts[at] ?? "") };
  }
  if (tornAt !== null) {
    const isWhole = isUnchanged(new TextDecoder().decode(bytes.subarray(tornAt)));
    const wasWhole = known !== null && known.seq > head.seq;
    problems.push(torn({ file, line: texts.length + 1 }, { isWhole, wasWhole }));
  }
  if (problems.length === 0 && known !== null) {
    problems.push(...findCut({ known, head, texts }, file));
  }
  return { lines, head, problems, tornAt };
}

function splitLines(bytes: Uint8Array): string[] {
  // Bytes that are no UTF-8 become another text, whose digest differs.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text === "" ? [] : text.slice(0, -1).split("\n");
}

function readLine(
  text: string,
  where: ProblemWhere,
): { readonly line: ResponseLine } | { readonly problem: Problem } {
  if (text.endsWith("}\r")) {
    const message =
      "the line ends in CR LF: an editor or a version control has changed the line ends";
    return { problem: makeProblem("record-line-ends", "error", message, { where, hint: restore }) };
  }
  if (!isUnchanged(text)) {
    const message = "the line is not what was written: it does not match its own digest";
    return { problem: makeProblem("record-changed", "error", message, { where, hint: restore }) };
  }
  const parsed = responseLineSchema.safeParse(parse(text));
  if (parsed.success) return { line: parsed.data };
  const issue = parsed.error.issues[0];
  const message = `the line is not one of this metaction: ${issue?.message ?? "it breaks the schema"}`;
  return {
    problem: makeProblem("record-unknown", "error", message, {
      where: { ...where, pointer: `/${(issue?.path ?? []).map(String).join("/")}` },
      hint: "metaction schema response prints what a line holds. Was it written by a newer version?",
    }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is wrong between a line and the one before it. */
function findBreak(
  line: ResponseLine,
  { head, present }: { head: RecordHead; present: ReadonlySet<number> },
  where: ProblemWhere,
): Problem | null {
  const expected = head.seq + 1;
  const problem = (code: string, message: string): Problem =>
    makeProblem(code, "error", message, { where, hint: restore });
  if (line.seq > expected && present.has(expected)) {
    return problem("record-order", `line ${line.seq} stands before line ${expected}`);
  }
  if (line.seq > expected) {
    const missing =
      line.seq === expected + 1
        ? `line ${expected} is`
        : `lines ${expected} to ${line.seq - 1} are`;
    return problem("record-missing", `${missing} missing before line ${line.seq}`);
  }
  if (line.seq === head.seq) {
    return problem(
      "record-twice",
      `line ${line.seq} stands twice: two programs wrote at the same time, or two copies were joined`,
    );
  }
  if (line.seq < expected) {
    return problem("record-order", `line ${line.seq} stands after line ${head.seq}`);
  }
  if (line.previous === head.sha256 || head.sha256 === unknownDigest) return null;
  return problem("record-chain", `the line before this one is not the one that it was added to`);
}

function torn(
  where: ProblemWhere,
  { isWhole, wasWhole }: { isWhole: boolean; wasWhole: boolean },
): Problem {
  if (isWhole) {
    return makeProblem("record-torn", "error", "the last line lacks its line feed", {
      where,
      hint: "metaction response repair adds it.",
    });
  }
  if (wasWhole) {
    const message = "the last line is cut off, and it was whole before: the file was cut";
    return makeProblem("record-cut", "error", message, { where, hint: restore });
  }
  const message = "the last line is cut off, as after a crash while it was written";
  return makeProblem("record-torn", "error", message, {
    where,
    hint: "metaction response repair puts its bytes into a file beside it; then add the event again.",
  });
}

/** Lines that were there when the head was kept, and are not now. */
function findCut(
  { known, head, texts }: { known: RecordHead; head: RecordHead; texts: readonly string[] },
  file: string,
): Problem[] {
  if (known.seq > head.seq) {
    const missing =
      known.seq === head.seq + 1
        ? `line ${known.seq} is`
        : `lines ${head.seq + 1} to ${known.seq} are`;
    const message = `${missing} missing at the end: the file was cut, or an older copy was put back`;
    return [
      makeProblem("record-cut", "error", message, {
        where: { file, line: Math.max(1, texts.length) },
        hint: restore,
      }),
    ];
  }
  const line = texts[known.seq - 1];
  if (known.seq === 0 || (line !== undefined && sha256(line) === known.sha256)) return [];
  return [
    makeProblem("record-rewritten", "error", "the lines are not those that were written here", {
      where: { file, line: known.seq },
      hint: restore,
    }),
  ];
}
