import { createHash } from "node:crypto";
import type { ByteSource } from "./byte-source.ts";

/** Size and SHA-256 of the stored bytes, before any inflating. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
}

/** Reads a source to its end for its digest alone. Throws as reading it does. */
export async function digestWhole(source: ByteSource): Promise<Digest> {
  const digested = digestSource(source);
  for await (const chunk of digested.chunks()) void chunk;
  return digested.digest();
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
