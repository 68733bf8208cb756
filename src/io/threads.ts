import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { askForDigest } from "./ask-for-digest.ts";
import { readBgzfBlock } from "./bgzf-block.ts";
import type { FileDigest } from "./digest-file.ts";
import { indexSuffixes } from "./index-suffixes.ts";
import { explainThreadError } from "./thread-failure.ts";

/** Stored bytes of an input from which on threads are worth their start. */
export const smallestForThreads = 4 << 20;

/** As `bgzip` writes it: what comes behind tells a BGZF block from other gzip. */
const longestBlockHeader = 18;

/** A young generation that is small: what these threads make is short-lived, and memory is counted for all of them. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** What became of threads that died. */
const failures = new WeakMap<Worker, Error>();

/** Threads that may work beside the calling one. They change no result. */
export interface Threads {
  readonly count: number;
  /** So many threads without work, at most `count`; who takes them ends them. */
  take(number: number): Promise<Worker[]>;
  /** To be called when a scan begins, before it takes threads. */
  beginScan(): Promise<void>;
  /** The digest of the file of this path, which a thread makes since these were made; null for any other file. */
  hashed(path: string): Promise<FileDigest> | null;
  /** Ends those that were started and not taken. */
  end(): Promise<void>;
}

/** The file that threads are for. */
export interface ThreadedFile {
  /** Null when it is no file. */
  readonly path: string | null;
  /** It is read by its index where there is one, and no thread scans. */
  readonly mayJump: boolean;
  /** What the program does when a scan begins. */
  onScan(): Promise<void>;
}

/**
 * Threads that start from the module `entry`, which calls `serveTasks`: on demand, or at once when the file that they are
 * for is a large one of BGZF. They are ready when its header is read, and one more hashes it meanwhile: the program starts on one
 * core, and the others have nothing to do.
 */
export function makeThreads(count: number, entry: URL, file: ThreadedFile): Threads {
  const { path, mayJump } = file;
  const start = async (): Promise<Worker> => {
    // Loaded when it is needed: most cases are small, and this is a tenth of their start.
    const threads = await import("node:worker_threads");
    const worker = new threads.Worker(entry, { resourceLimits });
    // Told when it is taken: until then nobody listens, and Node would end the program.
    worker.once("error", (error) => failures.set(worker, error));
    // One that nobody asks for anything does not keep the program from ending.
    worker.unref();
    return worker;
  };
  const startAtOnce = (number: number): Promise<Worker>[] =>
    Array.from({ length: number }, () => {
      const started = start();
      // Its failure is heard by who takes it; until then it must not count as unheard.
      started.catch(() => {});
      return started;
    });
  const isLarge = path !== null && isLargeBgzf(path);
  const isJump = isLarge && mayJump && indexSuffixes.some((suffix) => sizeOf(path + suffix) > 0);
  const hashers = startAtOnce(isLarge ? 1 : 0);
  const hashing = isLarge ? askForDigest(path, { take: () => referred(hashers) }) : null;
  // Its failure is heard by who asks; until then it must not count as unheard.
  hashing?.catch(() => {});
  const idle = startAtOnce(isLarge && !isJump ? count : 0);
  return {
    count,
    take: async (number) =>
      await referred(Array.from({ length: Math.min(number, count) }, () => idle.pop() ?? start())),
    beginScan: () => file.onScan(),
    hashed: (asked) => (asked === path ? hashing : null),
    end: async () => {
      await endAll([...idle.splice(0), ...hashers.splice(0)]);
    },
  };
}

/**
 * Threads that keep the program from ending, because somebody waits for them. Throws Refusal "input" where the system gives
 * fewer.
 */
async function referred(started: readonly Promise<Worker>[]): Promise<Worker[]> {
  try {
    const workers = await Promise.all(started);
    const failure = workers
      .map((worker) => failures.get(worker))
      .find((each) => each !== undefined);
    if (failure !== undefined) throw failure;
    for (const worker of workers) worker.ref();
    return workers;
  } catch (error) {
    await endAll(started);
    throw explainThreadError(error);
  }
}

/** Those that never started have no end. */
async function endAll(started: readonly Promise<Worker>[]): Promise<void> {
  await Promise.allSettled(started.map(async (worker) => (await worker).terminate()));
}

/** True for a file that is worth threads; false for what cannot be looked at: the reader says so in time. */
function isLargeBgzf(path: string): boolean {
  if (sizeOf(path) < smallestForThreads) return false;
  try {
    const file = openSync(path, "r");
    try {
      const head = Buffer.alloc(longestBlockHeader);
      readSync(file, head, 0, head.length, 0);
      return readBgzfBlock(head, 0) !== "corrupt";
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** 0 for what is no file or cannot be looked at. */
function sizeOf(path: string): number {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : 0;
  } catch {
    return 0;
  }
}
