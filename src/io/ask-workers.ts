import type { Transferable, Worker } from "node:worker_threads";
import type { ThreadStart } from "./serve-tasks.ts";
import { explainThreadError } from "./thread-failure.ts";
import type { Threads } from "./threads.ts";

/** Tasks that wait at a thread while it works, so that it never waits for the asking one. */
const tasksPerWorker = 3;

export interface AskOptions<Task> extends ThreadStart {
  readonly threads: Pick<Threads, "take">;
  /** How many of them. */
  readonly number: number;
  /** Memory of a task that goes over to the thread instead of being copied. */
  readonly transfer: (task: Task) => readonly Transferable[];
}

/**
 * Gives tasks to worker threads and yields their answers in the order of the tasks, whichever thread is done first. An error in a
 * thread is thrown where its answer would stand. The threads end with the iteration.
 */
export async function* askWorkers<Task, Answer>(
  tasks: AsyncIterable<Task>,
  options: AskOptions<Task>,
): AsyncGenerator<Answer> {
  const { work, setup, threads, transfer } = options;
  const taken = await threads.take(options.number);
  const workers = taken.map((worker) => makeAsker<Task, Answer>(worker, { work, setup }));
  const waiting: Promise<Answer>[] = [];
  try {
    for await (const task of tasks) {
      const worker = workers.reduce((least, each) =>
        each.waiting() < least.waiting() ? each : least,
      );
      const answer = worker.ask(task, transfer(task));
      // Its failure is heard when its turn comes; until then it must not count as unheard.
      answer.catch(() => {});
      waiting.push(answer);
      const next = waiting.length < workers.length * tasksPerWorker ? undefined : waiting.shift();
      if (next !== undefined) yield await next;
    }
    for (const next of waiting) yield await next;
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

interface Asker<Task, Answer> {
  ask(task: Task, transfer: readonly Transferable[]): Promise<Answer>;
  waiting(): number;
  end(): Promise<unknown>;
}

/** One thread, which answers in the order in which it is asked. */
function makeAsker<Task, Answer>(worker: Worker, start: ThreadStart): Asker<Task, Answer> {
  const open: { resolve(answer: Answer): void; reject(error: unknown): void }[] = [];
  let failure: { readonly error: unknown } | null = null;
  const fail = (error: unknown): void => {
    failure ??= { error: explainThreadError(error) };
    for (const { reject } of open.splice(0)) reject(failure.error);
  };
  worker.on("message", (answer: Answer) => open.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("messageerror", fail);
  worker.on("exit", (code) => fail(new Error(`a worker thread ended with ${code}`)));
  worker.postMessage(start);
  return {
    ask(task, transfer) {
      if (failure !== null) return Promise.reject(failure.error);
      return new Promise((resolve, reject) => {
        open.push({ resolve, reject });
        worker.postMessage(task, [...transfer]);
      });
    },
    waiting: () => open.length,
    end: async () => await worker.terminate(),
  };
}
