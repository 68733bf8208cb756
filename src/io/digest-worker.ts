/** The entry of a thread that hashes a file: `digest-source.ts` asks it. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { serveTasks } from "./serve-tasks.ts";

const readSize = 1 << 20;

serveTasks(() => (path: string) => {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafeSlow(readSize);
  const file = openSync(path, "r");
  let bytes = 0;
  try {
    for (;;) {
      const size = readSync(file, buffer, 0, readSize, null);
      if (size === 0) break;
      hash.update(buffer.subarray(0, size));
      bytes += size;
    }
  } finally {
    closeSync(file);
  }
  return { answer: { sha256: hash.digest("hex"), bytes }, transfer: [] };
});
