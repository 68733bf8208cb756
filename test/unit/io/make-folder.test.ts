import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../../../src/io/make-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "make-folder-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("makes a folder and those above it, and leaves one that is there", async () => {
  const path = join(folder, "a", "b", "c");
  await makeFolder(path);
  await makeFolder(path);
  await makeFolder("/");
  expect(statSync(path).isDirectory()).toBe(true);
});

test("makes a folder behind a symbolic link, and two at the same time", async () => {
  symlinkSync(".", join(folder, "link"));
  const paths = [join(folder, "link", "d", "e"), join(folder, "d", "f")];
  await Promise.all(paths.map(makeFolder));
  for (const path of paths) expect(statSync(path).isDirectory()).toBe(true);
});

test.each([
  ["a file", "file", "a file of that name is there"],
  ["below a file", join("file", "x"), "a part of its path is a file"],
  ["a link that leads nowhere", "nowhere", "a file of that name is there"],
  ["below such a link", join("nowhere", "x"), "a file of that name is there"],
  ["a circle of links", join("circle", "x"), "symbolic links lead in a circle"],
])("says why it cannot be made: %s", async (_, name, reason) => {
  writeFileSync(join(folder, "file"), "");
  for (const link of ["nowhere", "circle"]) rmSync(join(folder, link), { force: true });
  symlinkSync("gone", join(folder, "nowhere"));
  symlinkSync("circle", join(folder, "circle"));
  await expect(makeFolder(join(folder, name))).rejects.toMatchObject({
    kind: "output",
    problems: [{ code: "output-folder", message: expect.stringContaining(reason) }],
  });
});

// Node's own `recursive` asks for ever there.
test.runIf(process.platform === "linux")("ends where the system lets nothing be made", async () => {
  const made = makeFolder("/proc/no-such-process/results");
  await expect(made).rejects.toMatchObject({ problems: [{ code: "output-folder" }] });
});
