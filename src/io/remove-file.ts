import { rm } from "node:fs/promises";
import { basename } from "node:path";
import { refuse } from "../model/refusal.ts";

/** Removes a file; one that is not there is no fault. Throws Refusal "output". */
export async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw refuse("output", "output-not-removed", `${basename(path)} cannot be removed`, {
      hint: "May you not write in its folder?",
      cause: error,
    });
  }
}
