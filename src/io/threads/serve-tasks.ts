import { parentPort, type Transferable } from "node:worker_threads";

/** An answer and the memory that goes to the asking thread with it. */
export interface Served<Answer> {
  readonly answer: Answer;
  readonly transfer: readonly Transferable[];
}

/** Does one task. */
type Serve = (task: never) => Served<unknown>;

/** A kind of work: takes its setup once, then a task at a time. */
type Work = (setup: never) => Serve;

/** The first thing that a thread is told; `askWorkers` tells it. */
export interface ThreadStart {
  readonly work: string;
  readonly setup: unknown;
}

/** What a thread is told when it is to wait for another start. */
export const endOfWork = null;

/** Makes the module that calls it the entry of threads which `askWorkers` starts. */
export function serveTasks(works: Readonly<Record<string, Work>>): void {
  if (parentPort === null) throw new Error("this module is the entry of a worker thread");
  const port = parentPort;
  let serve: Serve | null = null;
  port.on("message", (message: unknown) => {
    if (message === endOfWork) serve = null;
    // What comes in was sent by askWorkers, whose callers know the types of the work they name.
    else if (serve === null) serve = begin(works, message as ThreadStart);
    else {
      const { answer, transfer } = serve(message as never);
      port.postMessage(answer, [...transfer]);
    }
  });
}

function begin(works: Readonly<Record<string, Work>>, { work, setup }: ThreadStart): Serve {
  const start = works[work];
  if (start === undefined) throw new Error(`no thread does ${work}`);
  return start(setup as never);
}
