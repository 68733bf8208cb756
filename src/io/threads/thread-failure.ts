import { refuse } from "../../model/refusal.ts";

/** Turns the error of a thread that cannot be had into a refusal; any other error comes back as it was. */
export function explainThreadError(error: unknown): unknown {
  if (!(error instanceof Error) || !isWithheld(error)) return error;
  const what =
    "code" in error && error.code === outOfMemory
      ? "a thread has too little memory"
      : "no thread can be started";
  return refuse("input", "no-thread", `${what}: ${error.message}`, {
    hint: "Read on one thread with --threads 1, or raise the limits of the process (ulimit -n, -u, -v).",
    cause: error,
  });
}

const outOfMemory = "ERR_WORKER_OUT_OF_MEMORY";

/** By the system, by its limits, or by Node's `--permission`. */
function isWithheld(error: Error): boolean {
  if (!("code" in error)) return false;
  if (error.code === "ERR_ACCESS_DENIED") {
    return "permission" in error && error.permission === "WorkerThreads";
  }
  return error.code === "ERR_WORKER_INIT_FAILED" || error.code === outOfMemory;
}
