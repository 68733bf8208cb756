import { basename } from "node:path";
import { fileExists } from "../io/file-exists.ts";
import { readBytes, readText } from "../io/read-files.ts";
import { Refusal } from "../model/refusal.ts";
import { parseHead } from "./record-head.ts";
import { readRecord, type ReadRecord, type RecordHead } from "./read-record.ts";

/** A record with its bytes, as it lies on the disk. */
export interface OpenedRecord extends ReadRecord {
  readonly bytes: Uint8Array;
  /** The head that was kept beside it; null where there is none. */
  readonly known: RecordHead | null;
}

/** The file that keeps the head of a record: `responses.head.json` of `responses.ndjson`. */
export function headPathOf(path: string): string {
  return path.replace(/(?:\.ndjson)?$/u, ".head.json");
}

/**
 * Reads a record with its head, faults and all; one that is not there is empty where it `mayBeNew`. Throws Refusal "input" for one that is
 * not there, and for a head that was changed.
 */
export async function openRecord(
  path: string,
  { mayBeNew }: { mayBeNew: boolean },
): Promise<OpenedRecord> {
  const headPath = headPathOf(path);
  const known = (await fileExists(headPath))
    ? parseHead(await readText(headPath), basename(headPath))
    : null;
  const isAbsent = mayBeNew && !(await fileExists(path));
  const bytes = isAbsent ? new Uint8Array() : await readBytes(path);
  return { ...readRecord(bytes, { file: basename(path), known }), bytes, known };
}

/** Throws Refusal "input" with every fault of a record. */
export function refuseFaults<Opened extends ReadRecord>(record: Opened): Opened {
  if (record.problems.length > 0) throw new Refusal("input", record.problems);
  return record;
}
