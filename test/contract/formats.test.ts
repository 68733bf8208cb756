import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatsTable } from "../../src/cli/print-formats.ts";
import { main } from "../../src/cli/main.ts";
import { readers } from "../../src/read/readers.ts";
import { renderers } from "../../src/report/render/renderers.ts";
import { makeTestTerminal } from "../unit/cli/test-terminal.ts";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

async function outputOf(...args: string[]): Promise<string> {
  const terminal = makeTestTerminal();
  expect(await main(args, terminal)).toBe(0);
  return terminal.outText();
}

describe("a reader or renderer that is in its list", () => {
  test.each(readers.map((reader) => reader.id))(
    "%s is printed by metaction formats",
    async (id) => {
      expect(await outputOf("formats")).toContain(`in   ${id} `);
    },
  );

  test.each(renderers.map((renderer) => renderer.id))(
    "%s is printed by metaction formats",
    async (id) => {
      expect(await outputOf("formats")).toContain(`out  ${id} `);
    },
  );

  test.each(renderers.map((renderer) => renderer.id))("%s is a choice of --format", async (id) => {
    // Help is wrapped to the width of the terminal.
    for (const command of ["annotate", "render"]) {
      const help = (await outputOf(command, "--help")).replace(/\s+/gu, " ");
      expect(/--format <id> [^)]*\(choices: ([^)]*)\)/u.exec(help)?.[1]).toContain(`"${id}"`);
    }
  });

  test("stands in the README's table, which is the one that metaction formats --format md prints", async () => {
    const table = /<!-- formats:start -->\n([^]*?)<!-- formats:end -->/u.exec(readme)?.[1];
    expect(table?.trim()).toBe(formatsTable().trim());
    expect(await outputOf("formats", "--format", "md")).toBe(formatsTable());
  });

  test("has an id, a title and extensions of its own", () => {
    const ids = [...readers, ...renderers].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(renderers.map(({ extension }) => extension)).size).toBe(renderers.length);
    for (const reader of readers) expect(reader.columns.length).toBeGreaterThan(0);
  });
});
