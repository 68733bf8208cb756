import type { Transferable, Worker } from "node:worker_threads";
import { endOfWork, type ThreadStart } from "./serve-tasks.ts";
import { explainThreadError } from "./thread-failure.ts";
import type { TakenThread, Threads } from "./threads.ts";
import { untilFault } from "../until-fault.ts";

/** Tasks that wait at a thread while it works, so that it never waits for the asking one. */
const tasksPerWorker = 3;

export interface AskOptions<Task> extends ThreadStart {
  readonly threads: Pick<Threads, "take">;
  /** How many of them. */
  readonly number: number;
  /** Memory of a task that goes over to the thread instead of being copied. */
  readonly transfer: (task: Task) => readonly Transferable[];
}

/** How a task is done on the calling thread. */
export type DoHere<Task, Answer> = (task: Task) => Answer;

/**
 * Gives tasks to worker threads and yields their answers in the order of the tasks, whichever thread is done first. It begins with
 * the first thread that is there, and the others join; with `doHere` it begins at once, and the calling thread does tasks
 * itself while the others have enough to do and no answer is there to be used. An error in a thread is thrown where its
 * answer would stand, one of the tasks behind the answers to those before it: which fault of several is told depends on no thread.
 * The threads are told to end with the iteration, and what ends them is not waited for.
 */
export async function* askWorkers<Task, Answer>(
  tasks: AsyncIterable<Task>,
  options: AskOptions<Task>,
  doHere?: DoHere<Task, Answer>,
): AsyncGenerator<Answer> {
  const { work, setup, threads, transfer } = options;
  const taken = threads.take(options.number);
  const crew = makeCrew<Task, Answer>(taken, { work, setup });
  const waiting: Waiting<Answer>[] = [];
  const isFull = (): boolean => waiting.length >= (crew.size() + 1) * tasksPerWorker;
  try {
    if (doHere === undefined) await crew.begun;
    const faults: unknown[] = [];
    for await (const task of untilFault(tasks, (error) => void faults.push(error))) {
      const asker = crew.leastBusy();
      if (doHere !== undefined && (asker === null || asker.waiting() >= tasksPerWorker)) {
        waiting.push(doNow(() => doHere(task)));
        // What the threads have answered meanwhile is heard in between.
        await turnOfEvents();
      } else if (asker !== null) {
        waiting.push(waitFor(asker.ask(task, transfer(task))));
      }
      while (waiting[0]?.isThere === true || isFull()) {
        const next = waiting.shift();
        if (next !== undefined) yield await next.answer;
      }
    }
    for (const { answer } of waiting) yield await answer;
    if (faults.length > 0) throw faults[0];
  } finally {
    for (const thread of taken) void thread.end();
  }
}

/** An answer whose turn has not come. */
interface Waiting<Answer> {
  readonly answer: Promise<Answer>;
  isThere: boolean;
}

function waitFor<Answer>(answer: Promise<Answer>): Waiting<Answer> {
  const waiting = { answer, isThere: false };
  // A failure is heard when its turn comes; until then it must not count as unheard.
  const note = (): void => {
    waiting.isThere = true;
  };
  answer.then(note, note);
  return waiting;
}

/** Its error as well is heard when its turn comes. */
function doNow<Answer>(work: () => Answer): Waiting<Answer> {
  const answer = new Promise<Answer>((resolve) => {
    resolve(work());
  });
  answer.catch(() => {});
  return { answer, isThere: true };
}

async function turnOfEvents(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Has one task done by a thread that is left without work. Throws the error in the thread. */
export async function askOnce<Task, Answer>(
  worker: Worker,
  start: ThreadStart,
  task: Task,
): Promise<Answer> {
  const asker = makeAsker<Task, Answer>(worker, start);
  const answer = await asker.ask(task, []);
  asker.release();
  return answer;
}

interface Crew<Task, Answer> {
  /** When the first thread is there. Throws the error of one that cannot be started. */
  readonly begun: Promise<unknown>;
  size(): number;
  /** Null before the first is there. Throws the error of a thread that could not be started. */
  leastBusy(): Asker<Task, Answer> | null;
}

/** Threads that come one by one. */
function makeCrew<Task, Answer>(
  taken: readonly TakenThread[],
  start: ThreadStart,
): Crew<Task, Answer> {
  const askers: Asker<Task, Answer>[] = [];
  let failure: { readonly error: unknown } | null = null;
  const joining = taken.map(async ({ ready }) => {
    try {
      askers.push(makeAsker(await ready, start));
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  });
  // Who comes too late to be asked is not waited for.
  for (const each of joining) each.catch(() => {});
  const begun = Promise.race(joining);
  // Nor is the first, where the calling thread begins.
  begun.catch(() => {});
  return {
    begun,
    size: () => askers.length,
    leastBusy() {
      if (failure !== null) throw failure.error;
      return askers.reduce<Asker<Task, Answer> | null>(
        (least, each) => (least === null || each.waiting() < least.waiting() ? each : least),
        null,
      );
    },
  };
}

interface Asker<Task, Answer> {
  ask(task: Task, transfer: readonly Transferable[]): Promise<Answer>;
  waiting(): number;
  /** Leaves the thread without work, so that another may ask it. */
  release(): void;
}

/** One thread, which answers in the order in which it is asked. */
function makeAsker<Task, Answer>(worker: Worker, start: ThreadStart): Asker<Task, Answer> {
  const open: { resolve(answer: Answer): void; reject(error: unknown): void }[] = [];
  let failure: { readonly error: unknown } | null = null;
  const fail = (error: unknown): void => {
    failure ??= { error: explainThreadError(error) };
    for (const { reject } of open.splice(0)) reject(failure.error);
  };
  const hear = (answer: Answer): void => open.shift()?.resolve(answer);
  const endEarly = (code: number): void => fail(new Error(`a worker thread ended with ${code}`));
  worker.on("message", hear);
  worker.on("error", fail);
  worker.on("messageerror", fail);
  worker.on("exit", endEarly);
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
    release() {
      worker.off("message", hear).off("error", fail).off("messageerror", fail);
      worker.off("exit", endEarly);
      worker.postMessage(endOfWork);
    },
  };
}
