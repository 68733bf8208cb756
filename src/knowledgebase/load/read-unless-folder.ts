import { readBytes } from "../../io/read-files.ts";
import { Refusal } from "../../model/refusal.ts";

/** The bytes of a file, or null for a folder. What the file system refuses is a `Refusal` of kind knowledgebase. */
export async function readUnlessFolder(path: string): Promise<Uint8Array | null> {
  try {
    return await readBytes(path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.problems.some((problem) => problem.code === "file-is-folder")) return null;
    throw new Refusal("knowledgebase", error.problems, { cause: error });
  }
}
