import { createHash } from "node:crypto";
import { askWorkers } from "./ask-workers.ts";
import type { Threads } from "./threads.ts";
import { explainReadError, type ByteSource } from "./byte-source.ts";

/** Size and SHA-256 of the stored bytes, before any inflating. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
}

/** Reads a source to its end for its digest alone, on a thread of its own where there may be one. Throws as reading it does. */
export async function digestWhole(source: ByteSource, threads: Threads | null): Promise<Digest> {
  const { path, open } = source;
  if (threads !== null && path !== null && open !== null) {
    return await digestByThread({ path, open }, threads);
  }
  const digested = digestSource(source);
  for await (const chunk of digested.chunks()) void chunk;
  return digested.digest();
}

async function digestByThread(
  { path, open }: { path: string; open: NonNullable<ByteSource["open"]> },
  threads: Threads,
): Promise<Digest> {
  const answers = askWorkers<string, Digest>(only(path), {
    work: "digest-file",
    setup: null,
    threads,
    number: 1,
    transfer: () => [],
  });
  const digests: Digest[] = [];
  try {
    for await (const digest of answers) digests.push(digest);
  } catch (error) {
    throw await explainReadError(error, path);
  }
  const file = await open();
  await file.checkUnchanged();
  await file.close();
  const [digest] = digests;
  if (digest === undefined) throw new Error("the thread that hashes gave no answer");
  return digest;
}

async function* only<T>(item: T): AsyncGenerator<T> {
  yield item;
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
