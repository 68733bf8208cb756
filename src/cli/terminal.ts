/** What a command may use of the process it runs in; tests hand in their own. */
import type { ChalkInstance, ColorSupportLevel } from "chalk";

type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** Width of a terminal in characters. */
  readonly columns?: number;
};

/** The part of `process` that the program touches. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & AsyncIterable<Uint8Array | string>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: NodeJS.ProcessEnv;
}

/** What a voice paints with. */
type Paint = Pick<
  Record<keyof ChalkInstance, (text: string) => string>,
  "bold" | "cyan" | "dim" | "green" | "red" | "yellow"
>;

const unpainted = (text: string): string => text;
const noPaint: Paint = {
  bold: unpainted,
  cyan: unpainted,
  dim: unpainted,
  green: unpainted,
  red: unpainted,
  yellow: unpainted,
};

/** How a command talks to the person at the terminal; the result itself never passes through here. */
export interface Voice {
  /** stderr, one line. Silent under `--quiet`. */
  say(line: string): void;
  /** stderr, one line, even under `--quiet`. */
  insist(line: string): void;
  readonly color: Paint;
  /** A person is likely to read stderr now. */
  readonly interactive: boolean;
}

/**
 * Color level for a stream, stderr unless another is named: the option, then FORCE_COLOR and CLICOLOR_FORCE, then NO_COLOR, then
 * TERM=dumb, then whether it is a terminal. Chalk alone does not honor NO_COLOR on a terminal.
 */
export function colorLevel(
  terminal: Terminal,
  asked: boolean | undefined,
  stream: OutputStream = terminal.stderr,
): ColorSupportLevel {
  const { env } = terminal;
  if (asked !== undefined) return asked ? 1 : 0;
  const forced = env["FORCE_COLOR"] ?? env["CLICOLOR_FORCE"];
  if (forced !== undefined && forced !== "") return forced === "0" || forced === "false" ? 0 : 1;
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return 0;
  if (env["TERM"] === "dumb") return 0;
  return stream.isTTY === true ? 1 : 0;
}

/** Colors for a result that a person reads on stdout; none in a pipe. */
export async function makePaint(terminal: Terminal): Promise<ChalkInstance> {
  const { Chalk } = await import("chalk");
  return new Chalk({ level: colorLevel(terminal, undefined, terminal.stdout) });
}

/**
 * Shows control characters, line breaks among them, and direction overrides as `\x1b` or `\u{202e}`, so that no text from a
 * file can steer the terminal or look like a message of its own (CWE-150, CWE-117).
 */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (char) => {
      const code = char.codePointAt(0) ?? 0;
      return code <= 0xff
        ? `\\x${code.toString(16).padStart(2, "0")}`
        : `\\u{${code.toString(16)}}`;
    },
  );
}

/** The same of text that is written in lines. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** Characters that a line may have on a terminal, of standard output unless another stream is named; null in a pipe, where nothing is shortened. */
export function lineWidth(terminal: Terminal, stream = terminal.stdout): number | null {
  return stream.isTTY === true ? (stream.columns ?? null) : null;
}

/** A voice on the terminal's stderr. Colors are put on by the caller; the text itself is made visible first. */
export async function makeVoice(
  terminal: Terminal,
  options: { color?: boolean | undefined; quiet?: boolean | undefined },
): Promise<Voice> {
  const level = colorLevel(terminal, options.color);
  // In a pipe or a log nothing is painted, and nothing loaded for it.
  const color = level === 0 ? noPaint : new (await import("chalk")).Chalk({ level });
  const insist = (line: string): void => void terminal.stderr.write(`${line}\n`);
  return {
    color,
    interactive: terminal.stderr.isTTY === true && options.quiet !== true,
    insist,
    say: options.quiet === true ? () => {} : insist,
  };
}
