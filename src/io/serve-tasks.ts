import { parentPort, type Transferable } from "node:worker_threads";

/** An answer and the memory that goes to the asking thread with it. */
export interface Served<Answer> {
  readonly answer: Answer;
  readonly transfer: readonly Transferable[];
}

/** A kind of work: takes its setup once, then a task at a time. */
type Work = (setup: never) => (task: never) => Served<unknown>;

/** The first thing that a thread is told; `askWorkers` tells it. */
export interface ThreadStart {
  readonly work: string;
  readonly setup: unknown;
}

/** Makes the module that calls it the entry of threads which `askWorkers` starts. */
export function serveTasks(works: Readonly<Record<string, Work>>): void {
  if (parentPort === null) throw new Error("this module is the entry of a worker thread");
  const port = parentPort;
  port.once("message", ({ work, setup }: ThreadStart) => {
    const start = works[work];
    if (start === undefined) throw new Error(`no thread does ${work}`);
    // What comes in was sent by askWorkers, whose callers know the types of the work they name.
    const serve = start(setup as never);
    port.on("message", (task: unknown) => {
      const { answer, transfer } = serve(task as never);
      port.postMessage(answer, [...transfer]);
    });
  });
}
