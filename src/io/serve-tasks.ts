import { parentPort, workerData, type Transferable } from "node:worker_threads";

/** An answer and the memory that goes to the asking thread with it. */
export interface Served<Answer> {
  readonly answer: Answer;
  readonly transfer: readonly Transferable[];
}

/**
 * Makes the module that calls it the work of a thread that `askWorkers` starts: the setup comes once, then a task at a time.
 */
export function serveTasks<Setup, Task, Answer>(
  start: (setup: Setup) => (task: Task) => Served<Answer>,
): void {
  if (parentPort === null) throw new Error("this module runs in a worker thread");
  const port = parentPort;
  const serve = start(workerData);
  port.on("message", (task: Task) => {
    const { answer, transfer } = serve(task);
    port.postMessage(answer, [...transfer]);
  });
}
