import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const statement = /^(?:import|export)\s+((?:type\s+)?[^;"]*?\s*from\s*)?"([^"]+)";/gmu;

/** Modules and packages that are loaded before a file of a case is opened; what only types are taken of is not. */
function loadedBy(entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = entries.map((entry) => join(source, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!file.startsWith(source)) continue;
    for (const [, clause = "", name = ""] of readFileSync(file, "utf8").matchAll(statement)) {
      const names = /\{([^}]*)\}/u
        .exec(clause)?.[1]
        ?.split(",")
        .map((each) => each.trim());
      const isTyped =
        clause.startsWith("type ") ||
        names?.every((each) => each === "" || each.startsWith("type ")) === true;
      if (!isTyped) open.push(name.startsWith(".") ? join(dirname(file), name) : name);
    }
  }
  return seen;
}

test("annotate starts without what most cases do not use", () => {
  const loaded = loadedBy(["cli/main.ts", "cli/annotate-case.ts"]);
  // The walk follows imports as it should.
  expect(loaded).toContain(join(source, "run/interpret-case.ts"));
  expect(loaded).toContain("commander");
  const heavy = ["zod", "preact", "preact-render-to-string", "jsonc-parser"];
  expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
  const late = [
    "report/render/html.tsx",
    "run/interpret-proteins.ts",
    "run/interpret-structural.ts",
    "read/readers.ts",
  ];
  expect(late.filter((path) => loaded.has(join(source, path)))).toEqual([]);
});
