import { refuse } from "../model/refusal.ts";

/** What to do where the process, or the system, has no more files to give. */
export const openFileLimitHint =
  "Raise the number of files that may be open (ulimit -n), or read with --threads 1.";

/** True for `EMFILE` (of this process) and `ENFILE` (of the system), also when a thread told of it. */
export function isOpenFileLimit(code: unknown): boolean {
  return code === "EMFILE" || code === "ENFILE";
}

/**
 * Turns such an error into a refusal, wherever it comes from: a part of the program itself is a file that is opened when it is
 * needed. Any other error comes back as it was.
 */
export function explainOpenFileLimit(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || !isOpenFileLimit(error.code)) return error;
  return refuse("input", "too-many-open-files", `no file can be opened: ${error.message}`, {
    hint: openFileLimitHint,
    cause: error,
  });
}
