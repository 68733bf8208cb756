import { statSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { indexSuffixes } from "./index-suffixes.ts";

/** Stored bytes of an input from which on threads are worth their start. */
export const smallestForThreads = 4 << 20;

/** A young generation that is small: what these threads make is short-lived, and memory is counted for all of them. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** Threads that may work beside the calling one. They change no result. */
export interface Threads {
  readonly count: number;
  /** So many threads without work, at most `count`; who takes them ends them. */
  take(number: number): Promise<Worker[]>;
  /** To be called when a scan begins, before it takes threads. */
  beginScan(): Promise<void>;
  /** Ends those that were started and not taken. */
  end(): Promise<void>;
}

/** The file that threads are for. */
export interface ThreadedFile {
  /** Null when it is no file. */
  readonly path: string | null;
  /** It is read by its index where there is one; then one thread hashes it, and none scans. */
  readonly mayJump: boolean;
  /** What the program does when a scan begins. */
  onScan(): Promise<void>;
}

/**
 * Threads that start from the module `entry`, which calls `serveTasks`: on demand, or at once when the file that they are
 * for is large, so that they are ready when its header is read.
 */
export function makeThreads(count: number, entry: URL, file: ThreadedFile): Threads {
  const { path, mayJump } = file;
  const start = async (): Promise<Worker> => {
    // Loaded when it is needed: most cases are small, and this is a tenth of their start.
    const threads = await import("node:worker_threads");
    const worker = new threads.Worker(entry, { resourceLimits });
    // One that nobody asks for anything does not keep the program from ending.
    worker.unref();
    return worker;
  };
  const isLarge = path !== null && sizeOf(path) >= smallestForThreads;
  const isJump = isLarge && mayJump && indexSuffixes.some((suffix) => sizeOf(path + suffix) > 0);
  const idle = isLarge ? Array.from({ length: isJump ? 1 : count }, start) : [];
  return {
    count,
    take: async (number) => {
      const wanted = Array.from({ length: Math.min(number, count) }, () => idle.pop() ?? start());
      const workers = await Promise.all(wanted);
      for (const worker of workers) worker.ref();
      return workers;
    },
    beginScan: () => file.onScan(),
    end: async () => {
      await Promise.all(idle.splice(0).map(async (worker) => (await worker).terminate()));
    },
  };
}

/** 0 for what is no file or cannot be looked at: the reader says so in time. */
function sizeOf(path: string): number {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : 0;
  } catch {
    return 0;
  }
}
