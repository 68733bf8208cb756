import { Refusal } from "../model/refusal.ts";
import { explainOpenFileLimit } from "../io/open-file-limit.ts";
import { removeTemporaryFiles, writeToStream } from "../io/write-output.ts";
import { noStarter, type Starter } from "./command-context.ts";
import { exitCodeOf, exitCodes, listExitCodes } from "./exit-codes.ts";
import { pointAtCommand } from "./point-at-command.ts";
import { printProblems } from "./print-problems.ts";
import { makeProgram } from "./program.ts";
import { lineWidth, makeVoice, type Terminal, visibleLines } from "./terminal.ts";
import { printCitation } from "./print-citation.ts";
import { printVersion } from "./print-version.ts";
import { wrapHelp } from "./wrap-help.ts";

/**
 * Runs one command line and resolves to its exit code; never throws and never ends the process itself,
 * so that everything written to stdout arrives.
 */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  starter: Starter = noStarter,
): Promise<number> {
  const release = stopOnSignals();
  ignoreBrokenPipe(terminal.stdout);
  ignoreBrokenPipe(terminal.stderr);
  try {
    return await runProgram(args, terminal, starter);
  } catch (error) {
    return await reportFailure(explainOpenFileLimit(error), terminal);
  } finally {
    release();
  }
}

async function runProgram(
  args: readonly string[],
  terminal: Terminal,
  starter: Starter,
): Promise<number> {
  if (args[0] === "--version" || args[0] === "-V") {
    await printVersion(terminal);
    return exitCodes.done;
  }
  if (args[0] === "--citation") {
    await printCitation(terminal);
    return exitCodes.done;
  }
  if (args[0] === "help" && args[1] === "exit-codes") {
    await writeToStream(terminal.stdout, `${listExitCodes()}\n`);
    return exitCodes.done;
  }
  let code: number = exitCodes.done;
  const finish = (result: number): void => {
    code = result;
  };
  const [name] = args;
  // A completion script is written from all commands.
  const only = name === "completion" ? undefined : name;
  const pages: string[] = [];
  const help = (page: string): void => void pages.push(page);
  const program = makeProgram({ terminal, finish, starter, help }, only);
  if (name === undefined) {
    program.outputHelp();
    terminal.stderr.write(fitHelp(pages, lineWidth(terminal, terminal.stderr)));
    return exitCodes.usage;
  }
  try {
    await program.parseAsync([...pointAtCommand(program, args)], { from: "user" });
  } finally {
    // Commander tells by an error as well that it has given help.
    if (pages.length > 0) await writeToStream(terminal.stdout, fitHelp(pages, lineWidth(terminal)));
  }
  return code;
}

function fitHelp(pages: readonly string[], width: number | null): string {
  const text = pages.join("");
  return width === null ? text : wrapHelp(text, width);
}

async function reportFailure(error: unknown, terminal: Terminal): Promise<number> {
  if (isCommanderError(error)) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const voice = await makeVoice(terminal, {});
  if (error instanceof Refusal) {
    printProblems(error.problems, voice);
    return exitCodeOf(error.kind);
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  voice.insist(visibleLines(stack));
  voice.insist(
    "This is a bug in metaction: no result was written. Please report it with the lines above and",
  );
  voice.insist("the output of metaction --version; leave out patient data.");
  return exitCodes.bug;
}

/** Commander signals help, version and usage errors by throwing; its class is loaded lazily, so it is known by its code. */
function isCommanderError(error: unknown): error is Error & { exitCode: number } {
  return (
    error instanceof Error &&
    "exitCode" in error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("commander.")
  );
}

/** A reader that went away must not end the run; a result that is cut short is noticed where it is written. */
function ignoreBrokenPipe(stream: NodeJS.WritableStream): void {
  stream.on("error", () => {});
}

/**
 * What ends a process unless it is caught and comes from outside: a terminal that is closed, Ctrl-C and Ctrl-\\, `kill`, a limit of CPU
 * time, and schedulers that warn before they kill. Left out is SIGUSR1, by which Node opens its debugger.
 */
const endingSignals = ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGUSR2", "SIGXCPU"] as const;

/**
 * On a signal that ends the process: remove half-written files and the lock of a folder, then die of the same signal, so that the
 * caller sees 128 and its number. Returns how to take the handlers off again.
 */
function stopOnSignals(): () => void {
  const handlers = endingSignals.map((signal) => {
    const handler = (): void => {
      removeTemporaryFiles();
      process.removeListener(signal, handler);
      process.kill(process.pid, signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return () => {
    for (const { signal, handler } of handlers) process.removeListener(signal, handler);
  };
}
