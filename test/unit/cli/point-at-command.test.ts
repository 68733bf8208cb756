import { expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { makeTestTerminal } from "./test-terminal.ts";

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = makeTestTerminal();
  const code = await main(args, terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

test.each([
  ["responses --help", "responses", "response"],
  ["responses -h", "responses", "response"],
  ["help responses", "responses", "response"],
  ["--help rendr", "rendr", "render"],
  ["response shw --help", "shw", "show"],
  ["kb help valdate", "valdate", "validate"],
  ["help kb valdate", "valdate", "validate"],
])("%s ends with 2 and the nearest command", async (line, unknown, near) => {
  const { code, out, err } = await run(...line.split(" "));
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(`unknown command '${unknown}'`);
  expect(err).toContain(`Did you mean ${near}?`);
});

test.each(["--help", "help", "kb --help", "help kb", "kb help show", "response show X --help"])(
  "%s still is help",
  async (line) => {
    const { code, out } = await run(...line.split(" "));
    expect(code).toBe(0);
    expect(out).toContain("Usage: metaction");
  },
);

test.each(["help kb show", "kb help show", "kb show --help"])(
  "%s is the help of it",
  async (line) => {
    const { code, out } = await run(...line.split(" "));
    expect(code).toBe(0);
    expect(out).toContain("Usage: metaction kb show [options] <gene>");
  },
);
