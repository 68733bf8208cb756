import type { Terminal } from "./terminal.ts";

/** What a command is given: the process's streams, and where to leave an exit code other than 0. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly finish: (exitCode: number) => void;
}
