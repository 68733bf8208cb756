import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Served } from "./serve-tasks.ts";
import type { FileDigest } from "./digest.ts";

const readSize = 1 << 20;

/** Hashes a file on the calling thread, which does nothing else meanwhile. Throws the errors of the file system. */
export function digestFile(path: string): Served<FileDigest> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafeSlow(readSize);
  const file = openSync(path, "r");
  let bytes = 0;
  try {
    const { mtimeMs } = fstatSync(file);
    for (;;) {
      const size = readSync(file, buffer, 0, readSize, null);
      if (size === 0) break;
      hash.update(buffer.subarray(0, size));
      bytes += size;
    }
    return { answer: { sha256: hash.digest("hex"), bytes, mtimeMs }, transfer: [] };
  } finally {
    closeSync(file);
  }
}
