import { dirname, extname, join } from "node:path";
import { readBytes } from "../io/read-files.ts";
import { isFolder, isSameFile } from "../io/same-file.ts";
import { checkOutput } from "../io/write-output.ts";
import { isBuiltFile } from "../knowledgebase/load/built-file.ts";
import { refuse } from "../model/refusal.ts";

/**
 * Refusal "usage" when an output would replace a file that the run is made from, by whatever name or link: the result stands where its
 * source was, which may be the only copy. Of an input that is the folder of a knowledgebase its files count. Null: no file.
 */
export async function checkOverwrites(
  outputs: readonly (string | null | undefined)[],
  inputs: readonly (string | null | undefined)[],
): Promise<void> {
  for (const path of outputs) {
    for (const input of inputs) {
      if (!path || !input || !(await wouldReplace(path, input))) continue;
      throw refuse("usage", "output-is-input", `output ${path} would replace the input ${input}`, {
        hint: "Name another file after -o.",
      });
    }
  }
}

/**
 * Holds an output that may replace an older one to both: that it can be written, and that it is none of the inputs. Nothing is asked where
 * there is none. Throws Refusal "output" or "usage".
 */
export async function checkReplacing(
  output: string | undefined,
  inputs: readonly (string | null | undefined)[],
): Promise<void> {
  if (output === undefined) return;
  await checkOutput(output, { noClobber: false });
  await checkOverwrites([output], inputs);
}

async function wouldReplace(path: string, input: string): Promise<boolean> {
  if (await isSameFile(path, input)) return true;
  if (!(await isFolder(input))) return false;
  const folder = dirname(path);
  if (await isSameFile(folder, join(input, "statements"))) return true;
  return (await isSameFile(folder, input)) && (await isPart(path));
}

/** Reports and built files may lie beside the files of a knowledgebase, and be written again. */
async function isPart(path: string): Promise<boolean> {
  if (![".json", ".txt"].includes(extname(path))) return false;
  const bytes = await readBytes(path).catch(() => null);
  return bytes !== null && !isBuiltFile(bytes);
}
