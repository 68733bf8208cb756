import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { readBgzfBlock } from "./bgzf-block.ts";
import { inflateBlocks } from "./inflate-blocks.ts";
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
    const bytes = inflateBgzf(stored) ?? inflateGzip(stored);
    const index = bytes === null ? null : parseTabixIndex(bytes);
    return index === null ? { name, fault: damagedIndex } : { name, index };
  }
  return null;
}

/** As `tabix` and `bcftools` write it; null for what is no whole BGZF, or too large. */
function inflateBgzf(stored: Buffer): Buffer | null {
  let size = 0;
  for (let at = 0; at < stored.length;) {
    const block = readBgzfBlock(stored, at);
    if (typeof block === "string") return null;
    at += block.size;
    size += block.inflatedSize;
  }
  if (size > largestIndex) return null;
  const bytes = Buffer.allocUnsafeSlow(size);
  let end = 0;
  try {
    for (const { text } of inflateBlocks(stored)) end += text.copy(bytes, end);
  } catch {
    return null;
  }
  return bytes;
}

/** Null for what is damaged, or too large. */
function inflateGzip(stored: Buffer): Buffer | null {
  try {
    return gunzipSync(stored, { chunkSize: 1 << 20, maxOutputLength: largestIndex });
  } catch {
    return null;
  }
}
