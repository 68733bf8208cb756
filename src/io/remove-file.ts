import { rm } from "node:fs/promises";
import { refuse } from "../model/refusal.ts";
import { tellReason } from "./write-output.ts";

/** Removes a file; one that is not there is no fault. Throws Refusal "output". */
export async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    const message = `${path} cannot be removed: ${tellReason(error)}`;
    throw refuse("output", "output-not-removed", message, { cause: error });
  }
}
