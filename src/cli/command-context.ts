import type { Terminal } from "./terminal.ts";

/** What a command is given: the process's streams, where to leave an exit code other than 0, and who keeps compiled code. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly finish: (exitCode: number) => void;
  /** Told once all is compiled that a case needs. */
  readonly prepared: () => void;
}
