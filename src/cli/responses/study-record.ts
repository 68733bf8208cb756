import { join } from "node:path";
import { appendFile } from "../../io/append-file.ts";
import { fileExists } from "../../io/file-exists.ts";
import { lockFolder } from "../../io/lock-folder.ts";
import { readBytes, readText } from "../../io/read-files.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import { parseHead, formatHead } from "../../responses/record-head.ts";
import { readRecord, type ReadRecord, type RecordHead } from "../../responses/read-record.ts";
import { thisProcess } from "../this-process.ts";

/** Names of the record and of its head in the folder of a study. */
export const recordName = "responses.ndjson";
const headName = "responses.head.json";

/** How long a program waits for another one that adds to the same record, in milliseconds. */
const longestWait = 10_000;
const waitStep = 40;

/** A record with its bytes, as it lies in a folder. */
export interface StudyRecord extends ReadRecord {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Reads the record of a folder, faults and all. Throws Refusal "input" when there is none, unless `mayBeNew`. */
export async function readStudy(
  folder: string,
  { mayBeNew }: { mayBeNew: boolean },
): Promise<StudyRecord> {
  const path = join(folder, recordName);
  const headPath = join(folder, headName);
  const isThere = await fileExists(path);
  if (!isThere && !mayBeNew) {
    throw refuse("input", "no-record", `there is no ${recordName} in ${folder}`, {
      hint: "Name the folder of the study by --study; metaction response add begins a record.",
    });
  }
  const known = (await fileExists(headPath)) ? parseHead(await readText(headPath), headName) : null;
  const bytes = isThere ? await readBytes(path) : new Uint8Array();
  return { ...readRecord(bytes, { file: recordName, known }), path, bytes };
}

/** The record of a folder, whole. Throws Refusal "input" with every fault. */
export async function readSoundStudy(
  folder: string,
  options: { mayBeNew: boolean } = { mayBeNew: false },
): Promise<StudyRecord> {
  const record = await readStudy(folder, options);
  if (record.problems.length > 0) throw new Refusal("input", record.problems);
  return record;
}

/** Adds whole lines, then keeps the new head: of a run that dies in between the record is ahead of its head, which is no fault. */
export async function appendLines(folder: string, text: string, head: RecordHead): Promise<void> {
  await appendFile(join(folder, recordName), text);
  await writeFileAtomic(join(folder, headName), formatHead(head), { noClobber: false });
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
