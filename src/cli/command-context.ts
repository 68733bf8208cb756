import type { Terminal } from "./terminal.ts";

/** What the file does that this program is started from (`/bin/metaction.js`); nothing where it is started otherwise. */
export interface Starter {
  /** Told once all is compiled that a case needs. */
  readonly prepared: () => void;
  /** Told when a thread begins to start; what it gives is called when the thread runs. */
  readonly loading: () => () => void;
  /** Told when threads begin to scan. */
  readonly scanning: () => void;
}

/** Where nobody has to be told. */
export const noStarter: Starter = {
  prepared: () => {},
  loading: () => () => {},
  scanning: () => {},
};

/** What a command is given: the process's streams, where to leave an exit code other than 0, who started the program, and who writes help. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly finish: (exitCode: number) => void;
  readonly starter: Starter;
  /** Takes a page of help, which is written when the command line is done: whoever makes it does not wait. */
  readonly help: (text: string) => void;
}
