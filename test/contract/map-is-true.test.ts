/** A map that names a file which is gone is worse than none. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rooms } from "./planted-violations.ts";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const map = readFileSync(join(source, "README.md"), "utf8");

/** Paths in backticks, relative to `src/`, or to the repository when they begin with `/`. */
function namedPaths(): string[] {
  const words = [...map.matchAll(/`([^`\s]+)`/gu)].map(([, word]) => word ?? "");
  return words.filter((word) => /^\/?[\w.-]+(?:\/[\w.-]*)+$|^[\w-]+\.tsx?$/u.test(word));
}

/** A path below `src/`, or from the repository on. */
function isThere(path: string): boolean {
  return existsSync(join(source, path)) || existsSync(join(source, "..", path));
}

describe("src/README.md", () => {
  test("names only files and folders that exist", () => {
    const paths = namedPaths();
    expect(paths.length).toBeGreaterThan(30);
    const missing = paths.filter(
      (path) => !existsSync(path.startsWith("/") ? join(source, "..", path) : join(source, path)),
    );
    expect(missing).toEqual([]);
  });

  test("and the comments and decisions name only files of the source that exist", () => {
    const texts = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:tsx?|md)$/u.test(name))
      .map((name) => readFileSync(join(source, name), "utf8"));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/`(?:src\/)?([\w.-]+(?:\/[\w.-]+)+\.tsx?)`/gu)].map(
        ([, path]) => path ?? "",
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  test("has every room in its table, in the order of the import rule", () => {
    const built = new Set(
      readdirSync(source, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name),
    );
    const inTable = [...map.matchAll(/^\| `([a-z]+)\/` \|/gmu)].map(([, room]) => room);
    expect(inTable).toEqual(rooms.filter((room) => built.has(room)));
    expect(built.size).toBe(inTable.length);
  });
});
