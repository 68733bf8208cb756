import { mkdir } from "node:fs/promises";
import { refuse } from "../model/refusal.ts";
import { tellReason } from "./write-output.ts";

/** Makes a folder and those above it; one that exists is left as it is. Throws Refusal "output". */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const message = `the folder ${path} cannot be made: ${tellReason(error)}`;
    throw refuse("output", "output-folder", message, { cause: error });
  }
}
