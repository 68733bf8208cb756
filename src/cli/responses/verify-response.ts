import { fileExists } from "../../io/file-exists.ts";
import { writeToStream } from "../../io/write-output.ts";
import { sha256 } from "../../io/sha256.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import { effectiveEvents } from "../../responses/effective-events.ts";
import { headPathOf } from "../../responses/open-record.ts";
import { findHistoryFault } from "../../responses/find-history-fault.ts";
import { plural } from "../../report/render/format-number.ts";
import { exitCodes } from "../exit-codes.ts";
import { listProblems } from "../print-problems.ts";
import { makeVoice, type Terminal } from "../terminal.ts";
import { readStudy, recordName, type StudyRecord } from "./study-record.ts";

/** Holds every line of a record to what was written, changes nothing, and lists each fault at its line. */
export async function verifyResponse(
  { study, anchor }: { readonly study: string; readonly anchor?: string },
  terminal: Terminal,
): Promise<number> {
  const record = await readStudy(study, { mayBeNew: false });
  const cases = effectiveEvents(record.lines);
  const problems = [
    ...record.problems,
    ...(anchor === undefined ? [] : findLostAnchor(record, anchor)),
    ...(record.problems.length > 0 ? [] : findImpossible(cases)),
  ];
  if (problems.length > 0) {
    listProblems(problems, await makeVoice(terminal, {}));
    return exitCodes.input;
  }
  const { lines, head } = record;
  if (!(await fileExists(headPathOf(record.path)))) {
    const voice = await makeVoice(terminal, {});
    voice.insist(
      "There is no responses.head.json beside the record: lines that were cut from its end cannot be seen.",
    );
  }
  await writeToStream(
    terminal.stdout,
    `${recordName}: ${plural(lines.length, "line")} of ${plural(cases.size, "case")}, whole; last line sha256 ${head.sha256}\n`,
  );
  return exitCodes.done;
}

/** The digest of a line that was noted elsewhere, e.g. in the minutes of a board, has to be that of a line still. */
function findLostAnchor({ bytes }: StudyRecord, anchor: string): Problem[] {
  const texts = new TextDecoder().decode(bytes).split("\n");
  if (texts.some((text) => sha256(text) === anchor)) return [];
  return [
    makeProblem("record-anchor", "error", `no line has the sha256 ${anchor}`, {
      where: { file: recordName },
      hint: "The record was written anew since the digest was noted, or it is that of another record.",
    }),
  ];
}

/** What no metaction would have added. */
function findImpossible(cases: ReturnType<typeof effectiveEvents>): Problem[] {
  return [...cases.values()].flatMap((events) => {
    const fault = findHistoryFault(events);
    const line = Math.max(...events.map(({ seq }) => seq));
    return fault === null
      ? []
      : [makeProblem("record-history", "error", fault, { where: { file: recordName, line } })];
  });
}
