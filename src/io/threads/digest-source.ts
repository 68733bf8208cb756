import { createHash } from "node:crypto";
import { askForDigest } from "./ask-for-digest.ts";
import { explainReadError, type ByteSource } from "../byte-source.ts";
import type { Digest, FileDigest } from "./digest.ts";
import type { Threads } from "./threads.ts";

/** Reads a source to its end for its digest alone, on a thread of its own where there may be one. Throws as reading it does. */
export async function digestWhole(source: ByteSource, threads: Threads | null): Promise<Digest> {
  const { path, open } = source;
  if (threads !== null && path !== null && open !== null) {
    const file = await open();
    try {
      const asked = digestBegun(path, threads) ?? explained(askForDigest(path, threads), path);
      const { mtimeMs, ...digest } = await asked;
      file.checkSame({ size: digest.bytes, mtimeMs });
      await file.checkUnchanged();
      return digest;
    } finally {
      await file.close();
    }
  }
  const digested = digestSource(source);
  for await (const chunk of digested.chunks()) void chunk;
  return digested.digest();
}

/** The digest of a file that a thread has been making since the program began; null where none does. Rejects as reading does. */
export function digestBegun(path: string, threads: Threads): Promise<FileDigest> | null {
  const hashed = threads.hashed(path);
  return hashed === null ? null : explained(hashed, path);
}

async function explained(hashed: Promise<FileDigest>, path: string): Promise<FileDigest> {
  try {
    return await hashed;
  } catch (error) {
    throw await explainReadError(error, path);
  }
}

/**
 * The same source, hashed as its bytes pass. `digest` covers the bytes of the last `chunks()` call that have
 * passed so far: it is that of the file once they are read to the end.
 */
export function digestSource(source: ByteSource): ByteSource & { digest(): Digest } {
  let hash = createHash("sha256");
  let bytes = 0;
  return {
    name: source.name,
    path: source.path,
    open: source.open,
    async *chunks() {
      hash = createHash("sha256");
      bytes = 0;
      for await (const chunk of source.chunks()) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    },
    digest: () => ({ sha256: hash.copy().digest("hex"), bytes }),
  };
}
