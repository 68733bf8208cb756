import type { RefusalKind } from "../model/refusal.ts";

/** Every way the program ends. `metaction --help` and the README print this list. */
export const exitCodes = {
  done: 0,
  problems: 1,
  usage: 2,
  input: 3,
  knowledgebase: 4,
  output: 5,
  identity: 6,
  samples: 7,
  bug: 70,
} as const;

const exitCodeMeanings: readonly { code: number; meaning: string }[] = [
  { code: exitCodes.done, meaning: "done" },
  { code: exitCodes.problems, meaning: "done, with problems at or above --fail-on" },
  { code: exitCodes.usage, meaning: "the command line cannot be followed" },
  { code: exitCodes.input, meaning: "an input was refused: unreadable, cut short or malformed" },
  { code: exitCodes.knowledgebase, meaning: "the knowledgebase was refused" },
  { code: exitCodes.output, meaning: "an output could not be written" },
  { code: exitCodes.identity, meaning: "samples or genome builds do not belong together" },
  { code: exitCodes.samples, meaning: "a batch ended, and samples of it failed" },
  { code: exitCodes.bug, meaning: "a bug in metaction" },
];

/** The exit code of a refusal; each kind has its own. */
export function exitCodeOf(kind: RefusalKind): number {
  return exitCodes[kind];
}

/** The codes and what they mean, a line each. */
export function listExitCodes(): string {
  return exitCodeMeanings
    .map(({ code, meaning }) => `  ${String(code).padStart(2)}  ${meaning}`)
    .join("\n");
}
