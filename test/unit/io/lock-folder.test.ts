import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "../../../src/io/lock-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const us = { host: "here", pid: process.pid, isAlive: (pid: number) => pid === process.pid };
const lock = (): string => join(folder, ".metaction-lock");

test("one run has the folder, the next is refused, and after its end a third gets it", async () => {
  const unlock = await lockFolder(folder, us);
  await expect(lockFolder(folder, us)).rejects.toMatchObject({ kind: "output" });
  await unlock();
  expect(readdirSync(folder)).toEqual([]);
  await (
    await lockFolder(folder, us)
  )();
});

test("of many that ask at once exactly one gets it", async () => {
  const asked = Array.from({ length: 20 }, async () => await lockFolder(folder, us));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a lock that a killed run left behind is taken over, by one of many", async () => {
  writeFileSync(lock(), JSON.stringify({ host: "here", pid: 999_999_999, started: null }));
  const asked = Array.from({ length: 20 }, async () => await lockFolder(folder, us));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([".metaction-lock"]);
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "a number that went to another process does not hold a folder",
  async () => {
    writeFileSync(lock(), JSON.stringify({ host: "here", pid: process.pid, started: "1" }));
    await (
      await lockFolder(folder, us)
    )();
  },
);

test.skipIf(!existsSync("/proc/self/ns/pid"))(
  "the numbers of another container are not looked up among ours, though it has our host name",
  async () => {
    const space = "pid:[1]";
    writeFileSync(lock(), JSON.stringify({ host: "here", pid: 999_999_999, started: "1", space }));
    await expect(lockFolder(folder, us)).rejects.toMatchObject({
      kind: "output",
      message: expect.stringMatching(/^process 999999999 of here writes into /),
      problems: [{ hint: expect.stringContaining(lock()) }],
    });
  },
);

test("a folder in which nothing can be made is refused with the reason, and not as one that is in use", async () => {
  await expect(lockFolder(join(folder, "gone"), us)).rejects.toMatchObject({
    kind: "output",
    problems: [{ code: "output-failed" }],
  });
});

test.each([
  ["another machine", JSON.stringify({ host: "there", pid: 1, started: null })],
  ["something else", "not a lock"],
])("a lock of %s is never taken over", async (_, text) => {
  writeFileSync(lock(), text);
  await expect(lockFolder(folder, us)).rejects.toMatchObject({ kind: "output" });
});
