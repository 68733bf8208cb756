import type { Worker } from "node:worker_threads";
import type { FileDigest } from "./digest.ts";

/** A thread that somebody has for himself. */
export interface TakenThread {
  /** When it has no other work. Throws Refusal "input" where the system gives no thread. */
  readonly ready: Promise<Worker>;
  /** At once, whatever it does. */
  end(): Promise<void>;
}

/** Threads that may work beside the calling one. They change no result. */
export interface Threads {
  readonly count: number;
  /** So many threads, at most `count`; who takes them ends them. */
  take(number: number): TakenThread[];
  /** To be called when a scan begins, before it takes threads. */
  beginScan(): void;
  /** The digest of the file of this path, which a thread makes since these were made; null for any other file. */
  hashed(path: string): Promise<FileDigest> | null;
  /** Ends those that were started and not taken. */
  end(): Promise<void>;
}
