import { main } from "../../../../src/cli/main.ts";
import { makeTestTerminal } from "../test-terminal.ts";

/** One run of `metaction kb ...` in this process. */
export async function runKb(
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const terminal = makeTestTerminal();
  const code = await main(["kb", ...args], terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}
