/** What is committed runs on any machine and holds nothing that was only lent to us. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const shared = join(repository, "..", "shared");

const home = homedir();

/** Written in pieces, so that this file does not hold what it looks for. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a path of the machine it was written on", new RegExp("/(?:wo" + "rk|fa" + "rm)(?:/|\\b)", "u")],
  [
    "the home folder of who runs this",
    home === "/" ? /(?!)/u : new RegExp(`(?:^|[^\\w/])${home}/`, "u"),
  ],
  ["the folder of the tooling around it", new RegExp("\\.libr" + "ary\\b", "u")],
  ["a package registry", new RegExp("\\b(?:regis" + "try\\.[a-z]|arti" + "factory)", "iu")],
];

function committedFiles(): string[] {
  const listed = execFileSync("git", ["-c", "safe.directory=*", "ls-files", "-z"], {
    cwd: repository,
    encoding: "utf8",
  });
  return listed.split("\0").filter((file) => file !== "" && existsSync(join(repository, file)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

function digest(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

describe.skipIf(!existsSync(join(repository, ".git")))("every committed file", () => {
  test.for(forbidden)("does not name %s", ([, pattern]) => {
    const naming = committedFiles().filter((file) =>
      readFileSync(join(repository, file), "latin1")
        .split("\n")
        .some((line) => pattern.test(line)),
    );
    expect(naming).toEqual([]);
  });

  // The fault files are ours and may be used as fixtures.
  test.skipIf(!existsSync(shared))("is our own, not a copy of a file lent to us", () => {
    const lent = new Map(
      filesBelow(shared)
        .filter((path) => !relative(shared, path).startsWith("faults") && statSync(path).size > 0)
        .map((path) => [digest(path), relative(shared, path)]),
    );
    expect(lent.size).toBeGreaterThan(0);
    const copies = committedFiles().flatMap((file) => {
      const original = lent.get(digest(join(repository, file)));
      return original === undefined ? [] : [`${file} is ${original}`];
    });
    expect(copies).toEqual([]);
  });
});
