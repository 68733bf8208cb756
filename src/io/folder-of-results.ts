import { mkdir, unlink } from "node:fs/promises";
import { refuse } from "../model/refusal.ts";

/** Makes a folder, and those above it that are missing. Throws Refusal "output" when that cannot be, or a file has the name. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw refuse("output", "output-failed", `the folder ${path} cannot be made`, { cause: error });
  }
}

/** Removes a file that may be there. Throws Refusal "output" when it is there and stays. */
export async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw refuse("output", "output-failed", `${path} cannot be removed`, { cause: error });
  }
}
