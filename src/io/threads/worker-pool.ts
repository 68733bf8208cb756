import type { Worker } from "node:worker_threads";

/**
 * What a task makes is short-lived; V8's own young generation would hold a quarter more memory for a tenth less time. (1,000
 * panels on two threads: 392 MB instead of 497.)
 */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

export interface PoolOptions<Task, Answer> {
  /** The module that threads start from; it calls `servePool`. */
  readonly entry: URL;
  readonly count: number;
  /** What every thread is told once. */
  readonly setup: unknown;
  /** How many tasks there are, and each of them, made when its turn comes; numbered from 0. */
  readonly tasks: number;
  makeTask(task: number): Promise<Task>;
  /** Takes each answer as soon as it is there. Its thread waits until the promise is kept; after its error no task begins. */
  onAnswer(task: number, answer: Answer): Promise<void>;
  /** Takes the error of a thread that ended over a task; the others go on, and a new thread takes its place. */
  onCrash(task: number, error: unknown): Promise<void>;
  /** True when no further task shall begin. */
  isStopped(): boolean;
}

/**
 * Does tasks on threads, one at a time each, whichever is free. Settles when all that began are answered, also where one of them
 * ended the run: its first error is thrown then, and nothing goes on behind the back of who asked.
 */
export async function runPool<Task, Answer>(options: PoolOptions<Task, Answer>): Promise<void> {
  const { Worker: Thread } = await import("node:worker_threads");
  let next = 0;
  const failures: unknown[] = [];
  const runThread = async (): Promise<void> => {
    let worker: Worker | null = null;
    try {
      while (next < options.tasks && failures.length === 0 && !options.isStopped()) {
        const task = next;
        next += 1;
        worker ??= new Thread(options.entry, { workerData: options.setup, resourceLimits });
        const answer = await ask<Task, Answer>(worker, await options.makeTask(task)).then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
        if ("value" in answer) {
          await options.onAnswer(task, answer.value);
          continue;
        }
        await worker.terminate();
        worker = null;
        await options.onCrash(task, answer.error);
      }
    } catch (error) {
      failures.push(error);
    } finally {
      await worker?.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.count, options.tasks) }, runThread));
  if (failures.length > 0) throw failures[0];
}

async function ask<Task, Answer>(worker: Worker, task: Task): Promise<Answer> {
  return await new Promise<Answer>((resolve, reject) => {
    const release = (): void => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
    };
    const onMessage = (answer: Answer): void => {
      release();
      resolve(answer);
    };
    const onError = (error: unknown): void => {
      release();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const onExit = (code: number): void => {
      release();
      reject(new Error(`a worker thread ended with ${code}`));
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(task);
  });
}
