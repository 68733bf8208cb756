import { Readable, Writable } from "node:stream";
import type { Terminal } from "../../../src/cli/terminal.ts";

export interface TestTerminal extends Terminal {
  outText(): string;
  errText(): string;
}

/** A terminal whose streams are kept in memory; stdin holds `input`. */
export function makeTestTerminal(
  options: {
    input?: string;
    isTTY?: boolean;
    columns?: number;
    env?: Record<string, string>;
  } = {},
): TestTerminal {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const sink = (chunks: Buffer[]) =>
    Object.assign(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          chunks.push(Buffer.from(chunk));
          done();
        },
      }),
      {
        isTTY: options.isTTY ?? false,
        ...(options.columns === undefined ? {} : { columns: options.columns }),
      },
    );
  return {
    stdin: Readable.from(options.input === undefined ? [] : [Buffer.from(options.input)]),
    stdout: sink(out),
    stderr: sink(err),
    env: options.env ?? {},
    outText: () => Buffer.concat(out).toString("utf8"),
    errText: () => Buffer.concat(err).toString("utf8"),
  };
}
