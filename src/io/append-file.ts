import { open } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { refuse } from "../model/refusal.ts";
import { fileExists } from "./file-exists.ts";
import { tellReason } from "./write-output.ts";

/**
 * Adds text to the end of a file, which is made when it is not there, and returns when the disk has it. When that fails the file is as
 * long as before; when the process dies, a part of the text may stand at its end. Throws Refusal "output".
 */
export async function appendFile(path: string, text: string): Promise<void> {
  try {
    const isNew = !(await fileExists(path));
    const file = await open(path, "a");
    try {
      const { size } = await file.stat();
      try {
        await file.appendFile(text);
        await file.sync();
      } catch (error) {
        await file.truncate(size).catch(() => {});
        throw error;
      }
    } finally {
      await file.close();
    }
    if (isNew) await syncFolder(dirname(path));
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** Cuts a file to so many bytes. Throws Refusal "output". */
export async function truncateFile(path: string, bytes: number): Promise<void> {
  try {
    const file = await open(path, "r+");
    try {
      await file.truncate(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** The name of a new file is on the disk with its folder; not every system lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  if (folder === null) return;
  try {
    await folder.sync().catch(() => {});
  } finally {
    await folder.close();
  }
}

function notWritten(path: string, cause: unknown): Error {
  const message = `${basename(path)} cannot be written: ${tellReason(cause)}`;
  return refuse("output", "output-failed", message, {
    hint: "The file was left as it was.",
    cause,
  });
}
