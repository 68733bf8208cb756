import { mkdir } from "node:fs/promises";
import { basename } from "node:path";
import { refuse } from "../model/refusal.ts";

/** Makes a folder and those above it; one that exists is left as it is. Throws Refusal "output". */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw refuse("output", "output-folder", `the folder ${basename(path)} cannot be made`, {
      hint: "Is there a file of that name, or may you not write here?",
      cause: error,
    });
  }
}
