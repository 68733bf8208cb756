import { describe, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { colorLevel, visible, visibleLines } from "../../../src/cli/terminal.ts";
import { makeTestTerminal } from "./test-terminal.ts";

describe("the colour level", () => {
  test.each([
    { what: "a terminal gets colour", isTTY: true, env: {}, asked: undefined, level: 1 },
    { what: "a pipe gets none", isTTY: false, env: {}, asked: undefined, level: 0 },
    {
      what: "NO_COLOR wins over a terminal",
      isTTY: true,
      env: { NO_COLOR: "1" },
      asked: undefined,
      level: 0,
    },
    {
      what: "an empty NO_COLOR says nothing",
      isTTY: true,
      env: { NO_COLOR: "" },
      asked: undefined,
      level: 1,
    },
    {
      what: "FORCE_COLOR wins over NO_COLOR",
      isTTY: false,
      env: { FORCE_COLOR: "1", NO_COLOR: "1" },
      asked: undefined,
      level: 1,
    },
    {
      what: "FORCE_COLOR=0 forbids",
      isTTY: true,
      env: { FORCE_COLOR: "0" },
      asked: undefined,
      level: 0,
    },
    {
      what: "the option wins over everything",
      isTTY: true,
      env: { FORCE_COLOR: "1" },
      asked: false,
      level: 0,
    },
    {
      what: "a dumb terminal gets none",
      isTTY: true,
      env: { TERM: "dumb" },
      asked: undefined,
      level: 0,
    },
  ])("$what", ({ isTTY, env, asked, level }) => {
    expect(colorLevel(makeTestTerminal({ isTTY, env }), asked)).toBe(level);
  });
});

describe("text from a file", () => {
  test("cannot steer the terminal", () => {
    expect(visible("a\u001b[31mb\u0007\u009b\r\tc")).toBe("a\\x1b[31mb\\x07\\x9b\\x0d\\x09c");
  });
  test("cannot turn the reading direction", () => {
    expect(visible("a\u202eb\u2066")).toBe("a\\u{202e}b\\u{2066}");
  });
  test("cannot look like a message of its own", () => {
    expect(visible("a\nerror b\r\n")).toBe("a\\x0aerror b\\x0d\\x0a");
  });
  test("keeps letters of any language, and the lines of what is written in lines", () => {
    expect(visible("Blåbær 日本")).toBe("Blåbær 日本");
    expect(visibleLines("Blåbær\n\u001b日本\n")).toBe("Blåbær\n\\x1b日本\n");
  });
});

test.each([
  ["a command", ["annot\nate", "x.vcf"]],
  ["an option", ["annotate", "x.vcf", "--tumor\ntype"]],
  ["a value of an option", ["annotate", "x.vcf", "--assembly", "GRCh\nerror 38"]],
  ["the name of a file", ["render", "no\nsuch.json"]],
])("%s with a line break stays in the line of its message", async (_what, args) => {
  const terminal = makeTestTerminal();
  expect(await main(args, terminal)).toBeGreaterThan(0);
  const [first] = terminal.errText().split("\n");
  expect(first).toMatch(/^error:? .*\\x0a/u);
});
