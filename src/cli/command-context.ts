import type { Terminal } from "./terminal.ts";

/** What a command is given: the process's streams, where to leave an exit code other than 0, who keeps compiled code, and who writes help. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly finish: (exitCode: number) => void;
  /** Told once all is compiled that a case needs. */
  readonly prepared: () => void;
  /** Takes a page of help, which is written when the command line is done: whoever makes it does not wait. */
  readonly help: (text: string) => void;
}
