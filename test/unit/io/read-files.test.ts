import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listFiles } from "../../../src/io/read-files.ts";

const folder = mkdtempSync(join(tmpdir(), "list-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("files and links to files are listed; a pipe among them is refused, and not waited for", async () => {
  writeFileSync(join(folder, "b.json"), "{}");
  symlinkSync("b.json", join(folder, "a.json"));
  expect(await listFiles(folder, ".json")).toEqual(["a.json", "b.json"]);
  execFileSync("mkfifo", [join(folder, "c.txt")]);
  symlinkSync("c.txt", join(folder, "d.json"));
  expect(await listFiles(folder, "")).toEqual(["a.json", "b.json", "c.txt", "d.json"]);
  await expect(listFiles(folder, ".json")).rejects.toMatchObject({
    kind: "input",
    problems: [{ code: "file-is-pipe", where: { file: "d.json" } }],
  });
});
