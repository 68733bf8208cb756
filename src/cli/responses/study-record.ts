import { join } from "node:path";
import { appendFile } from "../../io/append-file.ts";
import { fileExists } from "../../io/file-exists.ts";
import { lockFolder } from "../../io/lock-folder.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import {
  headPathOf,
  openRecord,
  type OpenedRecord,
  refuseFaults,
} from "../../responses/open-record.ts";
import type { RecordHead } from "../../responses/read-record.ts";
import { formatHead } from "../../responses/record-head.ts";
import { thisProcess } from "../this-process.ts";

/** Name of the record in the folder of a study. */
export const recordName = "responses.ndjson";

/** How long a program waits for another one that adds to the same record, in milliseconds. */
const longestWait = 10_000;
const waitStep = 40;

/** A record as it lies in the folder of a study. */
export interface StudyRecord extends OpenedRecord {
  readonly path: string;
}

/** What the record of a folder consists of, which nothing but new events may be written to. */
export function recordFiles(folder: string): string[] {
  const path = join(folder, recordName);
  return [path, headPathOf(path)];
}

/** Reads the record of a folder, faults and all. Throws Refusal "input" when there is none, unless `mayBeNew`. */
export async function readStudy(
  folder: string,
  { mayBeNew }: { mayBeNew: boolean },
): Promise<StudyRecord> {
  const path = join(folder, recordName);
  if (!mayBeNew && !(await fileExists(path))) {
    throw refuse("input", "no-record", `there is no ${recordName} in ${folder}`, {
      hint: "Name the folder of the study by --study; metaction response add begins a record.",
    });
  }
  return { ...(await openRecord(path, { mayBeNew })), path };
}

/** The record of a folder, whole. Throws Refusal "input" with every fault. */
export async function readSoundStudy(
  folder: string,
  options: { mayBeNew: boolean } = { mayBeNew: false },
): Promise<StudyRecord> {
  return refuseFaults(await readStudy(folder, options));
}

/** Adds whole lines, then keeps the new head: of a run that dies in between the record is ahead of its head, which is no fault. */
export async function appendLines(folder: string, text: string, head: RecordHead): Promise<void> {
  const path = join(folder, recordName);
  await appendFile(path, text);
  await writeFileAtomic(headPathOf(path), formatHead(head), { noClobber: false });
}

/** Does something while no other program writes into the folder. Throws Refusal "output" when another one does for ten seconds. */
export async function whileLocked<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const unlock = await lockPatiently(folder);
  try {
    return await work();
  } finally {
    await unlock();
  }
}

async function lockPatiently(folder: string): Promise<() => Promise<void>> {
  for (let waited = 0; ; waited += waitStep) {
    try {
      return await lockFolder(folder, thisProcess());
    } catch (error) {
      const isHeld = error instanceof Refusal && error.problems[0]?.code === "folder-in-use";
      if (!isHeld || waited >= longestWait) throw error;
      await new Promise((resolve) => void setTimeout(resolve, waitStep));
    }
  }
}
