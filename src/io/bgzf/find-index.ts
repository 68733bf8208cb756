import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { gunzip } from "node:zlib";
import { promisify } from "node:util";
import { indexSuffixes } from "./index-suffixes.ts";
import { parseTabixIndex, type TabixIndex } from "./tabix-index.ts";

/** An index beside a file, or why it cannot be used. */
export type FoundIndex =
  | { readonly name: string; readonly index: TabixIndex }
  | { readonly name: string; readonly fault: string };

/** The end of a sentence that begins with the index. */
export const damagedIndex = "is damaged or no index of a VCF";

/** An index of a genome of 5 million lines takes 5 MB; what is far larger is made to fill the memory. */
const largestIndex = 512 << 20;
const inflate = promisify(gunzip);
/** Bytes of text at a time: in the 16 KiB that are usual, half of the time would go into asking for more. */
const chunkSize = 1 << 20;

/** Looks for `FILE.tbi` and `FILE.csi`; null when there is neither. */
export async function findIndex(path: string): Promise<FoundIndex | null> {
  for (const suffix of indexSuffixes) {
    const ofIndex = await stat(path + suffix).catch(() => null);
    if (ofIndex === null || ofIndex.isDirectory()) continue;
    const name = basename(path + suffix);
    // A pipe would be waited for, perhaps for ever.
    if (!ofIndex.isFile()) return { name, fault: "is no file" };
    const stored = await readFile(path + suffix).catch(() => null);
    if (stored === null) return { name, fault: "cannot be read" };
    const ofFile = await stat(path);
    if (ofIndex.mtimeMs < ofFile.mtimeMs) return { name, fault: "is older than the file" };
    const bytes = await inflate(stored, { chunkSize, maxOutputLength: largestIndex }).catch(
      () => null,
    );
    const index = bytes === null ? null : parseTabixIndex(bytes);
    return index === null ? { name, fault: damagedIndex } : { name, index };
  }
  return null;
}
