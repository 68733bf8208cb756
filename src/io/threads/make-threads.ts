import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { digestWork } from "./ask-for-digest.ts";
import { askOnce } from "./ask-workers.ts";
import { readBgzfBlock } from "../bgzf/bgzf-block.ts";
import { indexSuffixes } from "../bgzf/index-suffixes.ts";
import { explainThreadError } from "./thread-failure.ts";
import type { FileDigest } from "./digest.ts";
import type { TakenThread, Threads } from "./threads.ts";

/** Stored bytes of an input from which on threads are worth their start. */
export const smallestForThreads = 4 << 20;

/** As `bgzip` writes it: what comes behind tells a BGZF block from other gzip. */
const longestBlockHeader = 18;

/** A young generation that is small: what these threads make is short-lived, and memory is counted for all of them. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** What became of threads that died. */
const failures = new WeakMap<Worker, Error>();

/** The file that threads are for. */
export interface ThreadedFile {
  /** Null when it is no file. */
  readonly path: string | null;
  /** It is read by its index where there is one, and no thread scans. */
  readonly mayJump: boolean;
  /** Called when a thread begins to start; what it gives is called when the thread runs. */
  onStart(): () => void;
  /** Called when a scan begins. */
  onScan(): void;
}

/**
 * Threads that start from the module `entry`, which calls `serveTasks`: on demand, or at once when the file that they are
 * for is a large one of BGZF. They are ready when its header is read, and one of them hashes it meanwhile, before it joins the
 * others: the program starts on one core, and the others have nothing to do.
 */
export function makeThreads(count: number, entry: URL, file: ThreadedFile): Threads {
  const { path, mayJump } = file;
  const start = async (): Promise<Worker> => {
    // Loaded when it is needed: most cases are small, and this is a tenth of their start.
    const runs = file.onStart();
    const threads = await import("node:worker_threads");
    const worker = new threads.Worker(entry, { resourceLimits });
    worker.once("online", runs).once("exit", runs);
    // Told when it is taken: until then nobody listens, and Node would end the program.
    worker.once("error", (error) => failures.set(worker, error));
    // One that nobody asks for anything does not keep the program from ending.
    worker.unref();
    return worker;
  };
  const startEarly = (): Promise<Worker> => heardLater(start());
  const isLarge = path !== null && isLargeBgzf(path);
  const isJump = isLarge && mayJump && indexSuffixes.some((suffix) => sizeOf(path + suffix) > 0);
  let hasher = isLarge ? startEarly() : null;
  const hashing = isLarge && hasher !== null ? heardLater(hashBy(hasher, path)) : null;
  const idle = Array.from({ length: isLarge && !isJump ? count - 1 : 0 }, startEarly);
  const takeHasher = (hashes: Promise<Worker>): TakenThread => {
    let own: Promise<Worker> | null = hashes;
    hasher = null;
    // What became of its work is told to who waits for the digest.
    const isSound = Promise.resolve(hashing).then(
      () => true,
      () => false,
    );
    const whenHashed = async (): Promise<Worker> => {
      if (!(await isSound) && own !== null) own = start();
      if (own === null) throw new Error("the thread was ended");
      return await referred(own);
    };
    return {
      ready: heardLater(whenHashed()),
      end: async () => {
        const ended = own;
        own = null;
        if (ended !== null) await endOne(ended);
      },
    };
  };
  const takeOther = (): TakenThread => {
    const started = idle.pop() ?? start();
    return { ready: heardLater(referred(started)), end: () => endOne(started) };
  };
  return {
    count,
    take(asked) {
      const number = Math.min(asked, count);
      return Array.from({ length: number }, (_, index) => {
        const isLast = index === number - 1;
        return isLast && idle.length === 0 && hasher !== null ? takeHasher(hasher) : takeOther();
      });
    },
    beginScan: () => file.onScan(),
    hashed: (asked) => (asked === path ? hashing : null),
    end: async () => {
      await Promise.all([...idle.splice(0), ...(hasher === null ? [] : [hasher])].map(endOne));
    },
  };
}

/** Its failure is heard by who asks for it; until then it must not count as unheard. */
function heardLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

async function hashBy(hasher: Promise<Worker>, path: string): Promise<FileDigest> {
  return await askOnce<string, FileDigest>(await referred(hasher), digestWork, path);
}

/** A thread that keeps the program from ending, because somebody waits for it. Throws Refusal "input" where the system gives none. */
async function referred(started: Promise<Worker>): Promise<Worker> {
  try {
    const worker = await started;
    const failure = failures.get(worker);
    if (failure !== undefined) throw failure;
    worker.ref();
    return worker;
  } catch (error) {
    throw explainThreadError(error);
  }
}

/** One that never started has no end. */
async function endOne(started: Promise<Worker>): Promise<void> {
  const worker = await started.catch(() => null);
  await worker?.terminate();
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
