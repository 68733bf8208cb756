import { describe, expect, test } from "vitest";
import { noStarter } from "../../../src/cli/command-context.ts";
import { listCommands } from "../../../src/cli/completion/command-tree.ts";
import { displayWidth } from "../../../src/cli/display-width.ts";
import { main } from "../../../src/cli/main.ts";
import { makeProgram } from "../../../src/cli/program.ts";
import { wrapHelp } from "../../../src/cli/wrap-help.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const program = makeProgram({
  terminal: makeTestTerminal(),
  finish: () => undefined,
  starter: noStarter,
  help: () => undefined,
});
const commands = listCommands(program).map(({ path }) => path);

async function helpOf(
  path: readonly string[],
  columns: number | undefined,
): Promise<readonly string[]> {
  const terminal = makeTestTerminal(columns === undefined ? {} : { isTTY: true, columns });
  expect(await main([...path, "--help"], terminal)).toBe(0);
  return terminal.outText().split("\n");
}

/** Commands to copy stay whole: a line that begins one, and those that a backslash joins to it. */
function withoutCommands(lines: readonly string[]): string[] {
  return lines.filter(
    (line, at) => !/^ +\$ /u.test(line) && lines[at - 1]?.endsWith("\\") !== true,
  );
}

describe.each([40, 60, 80])("on a terminal of %i columns", (columns) => {
  test.each(commands.map((path) => [path.join(" ") || "metaction", path] as const))(
    "the help of %s fits, and says all that a pipe gets",
    async (_name, path) => {
      const lines = await helpOf(path, columns);
      const long = withoutCommands(lines).filter(
        (line) => displayWidth(line) > columns && line.trim().includes(" "),
      );
      expect(long).toEqual([]);
      const words = (text: readonly string[]) => text.join(" ").split(/\s+/u);
      expect(words(lines)).toEqual(words(await helpOf(path, undefined)));
    },
  );
});

test("what goes on stands below where its text began, or below its term where it finds no room", () => {
  const page = [
    "  -o, --output <file>  write a report of the case",
    "  $ metaction annotate metastasis.vcf.gz --tumor-type COAD \\",
    "      --tumor-sample TUMOR -o report.html -o report.json",
  ].join("\n");
  expect(wrapHelp(page, 48).split("\n")).toEqual([
    "  -o, --output <file>  write a report of the",
    "                       case",
    ...page.split("\n").slice(1),
  ]);
  expect(wrapHelp(page, 30).split("\n").slice(0, 3)).toEqual([
    "  -o, --output <file>",
    "      write a report of the",
    "      case",
  ]);
});

test("help that answers a command line without a command fits as well", async () => {
  const terminal = makeTestTerminal({ isTTY: true, columns: 60 });
  expect(await main([], terminal)).toBe(2);
  const lines = withoutCommands(terminal.errText().split("\n"));
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
  expect(terminal.outText()).toBe("");
});
