import { describe, expect, test } from "vitest";
import { colorLevel, visible } from "../../../src/cli/terminal.ts";
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
  test("keeps line breaks and letters of any language", () => {
    expect(visible("Blåbær\n日本")).toBe("Blåbær\n日本");
  });
});
