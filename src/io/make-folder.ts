import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { refuse } from "../model/refusal.ts";
import { errorCode } from "./byte-source.ts";
import { tellReason } from "./write-output.ts";

/**
 * Makes a folder and those above it; one that exists is left as it is. Throws Refusal "output".
 *
 * Node's own way to make those above tells of a read-only disk that the folder is not there, and of a folder in which nothing
 * can be made, such as /proc, it asks for ever.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeWithParents(path);
  } catch (error) {
    const message = `the folder ${path} cannot be made: ${tellReason(error)}`;
    throw refuse("output", "output-folder", message, { cause: error });
  }
}

async function makeWithParents(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    const above = dirname(path);
    if (errorCode(error) !== "ENOENT" || above === path) throw error;
    await makeWithParents(above);
    await makeOne(path);
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory() !== true) throw error;
  }
}
