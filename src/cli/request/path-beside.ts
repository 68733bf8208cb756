import { isAbsolute, join } from "node:path";

/**
 * The path of a file that a case file in `folder` names. It is as absolute as what was given, so that messages, and what `check` prints, hold no
 * folder of the machine that nobody wrote down.
 */
export function pathBeside(folder: string, file: string): string {
  return isAbsolute(file) ? file : join(folder, file);
}
