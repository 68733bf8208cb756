import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../../../src/knowledgebase/folder/read-folder.ts";
import { sampleFolder } from "../sample-folder.ts";

async function problemsOf(path: string): Promise<[string, string | undefined][]> {
  const { problems } = await checkFolder(path);
  return problems.map(({ code, where }) => [code, where?.file]);
}

describe("what cannot be read in a folder", () => {
  test("is named by its own file, each of several pipes, and is not waited for", async () => {
    const path = sampleFolder();
    for (const name of ["NRAS.json", "KRAS.json"]) {
      execFileSync("mkfifo", [join(path, "statements", name)]);
    }
    expect(await problemsOf(path)).toEqual([
      ["file-is-pipe", "statements/KRAS.json"],
      ["file-is-pipe", "statements/NRAS.json"],
    ]);
  });

  test("is a link to a file of statements that leads nowhere, and no part that a layer may lack", async () => {
    const path = sampleFolder();
    symlinkSync(join(path, "nowhere.json"), join(path, "statements", "KRAS.json"));
    const { problems } = await checkFolder(path);
    expect(problems).toMatchObject([
      { code: "file-missing", where: { file: "statements/KRAS.json" } },
    ]);
    expect(problems[0]?.hint ?? "").not.toContain("layer");
  });

  test.each(["accepted.json", "overrides.json"])("is a pipe called %s", async (name) => {
    const path = sampleFolder();
    execFileSync("mkfifo", [join(path, name)]);
    expect(await problemsOf(path)).toEqual([["file-is-pipe", name]]);
  });

  test("is a pipe at the top that nothing would read, which is told as any such file", async () => {
    const path = sampleFolder();
    execFileSync("mkfifo", [join(path, "notes.json")]);
    expect(await problemsOf(path)).toEqual([["kb-unknown-file", "notes.json"]]);
  });
});
