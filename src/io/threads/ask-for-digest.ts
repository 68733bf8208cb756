import { askWorkers } from "./ask-workers.ts";
import type { ThreadStart } from "./serve-tasks.ts";
import type { FileDigest } from "./digest.ts";
import type { Threads } from "./threads.ts";

/** What a thread is told that hashes files, whose paths are its tasks. */
export const digestWork: ThreadStart = { work: "digest-file", setup: null };

/** Has a file hashed by a thread that does nothing else. Throws the errors of the file system. */
export async function askForDigest(
  path: string,
  threads: Pick<Threads, "take">,
): Promise<FileDigest> {
  const answers = askWorkers<string, FileDigest>(only(path), {
    ...digestWork,
    threads,
    number: 1,
    transfer: () => [],
  });
  const digests: FileDigest[] = [];
  for await (const digest of answers) digests.push(digest);
  const [digest] = digests;
  if (digest === undefined) throw new Error("the thread that hashes gave no answer");
  return digest;
}

async function* only<T>(item: T): AsyncGenerator<T> {
  yield item;
}
