import { parentPort, workerData } from "node:worker_threads";

/**
 * Makes the module that calls it the entry of threads of `runPool`: `start` gets the setup once, and its result a task at a
 * time. An error that it throws ends the thread.
 */
export function servePool<Setup, Task, Answer>(
  start: (setup: Setup) => Promise<(task: Task) => Promise<Answer>>,
): void {
  const port = parentPort;
  if (port === null) throw new Error("this module is the entry of a worker thread");
  // The setup was sent by runPool, whose caller knows the type.
  const started = start(workerData as Setup);
  port.on("message", (task: Task) => {
    void started
      .then((serve) => serve(task))
      .then(
        (answer) => port.postMessage(answer),
        (error: unknown) => {
          // Thrown where the thread hears it, it ends the thread and reaches the asking one.
          queueMicrotask(() => {
            throw error;
          });
        },
      );
  });
}
