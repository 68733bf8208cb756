import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeThreads, smallestForThreads } from "../../../../src/io/threads/make-threads.ts";
import { makeBgzf } from "../make-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** As large as a file has to be for threads, and begins as BGZF does; nobody reads further. */
const path = join(folder, "large.vcf.gz");
writeFileSync(path, Buffer.concat([makeBgzf("x"), Buffer.alloc(smallestForThreads)]));
const file = { path, mayJump: false, onStart: () => () => {}, onScan: () => {} };

/** A thread that does this with the path that it is to hash; what begins and ends its work it takes in silence. */
const entry = (hash: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort, threadId } from "node:worker_threads";
      parentPort.on("message", (message) => { if (typeof message === "string") { ${hash} } });
    `)}`,
  );

describe("threads of a large file", () => {
  test("let the one that hashes join last, when it has hashed", async () => {
    const threads = makeThreads(
      2,
      entry("parentPort.postMessage({ sha256: String(threadId) })"),
      file,
    );
    const taken = threads.take(2);
    const [first, last] = await Promise.all(taken.map(({ ready }) => ready));
    const hashed = await threads.hashed(path);
    expect(hashed?.sha256).toBe(String(last?.threadId));
    expect(first?.threadId).not.toBe(last?.threadId);
    await Promise.all(taken.map((thread) => thread.end()));
  });

  test("are ended at once while one still hashes", async () => {
    const threads = makeThreads(2, entry(""), file);
    const hashed = threads.hashed(path);
    const taken = threads.take(2);
    await taken[0]?.ready;
    await Promise.all(taken.map((thread) => thread.end()));
    await expect(taken[1]?.ready).rejects.toThrow("ended");
    await expect(hashed).rejects.toThrow("ended");
    await threads.end();
  });

  test("are as many where the one that hashes fails, and the failure is that of the digest", async () => {
    const threads = makeThreads(2, entry("throw new Error('no such file')"), file);
    const hashed = threads.hashed(path);
    const taken = threads.take(2);
    const workers = await Promise.all(taken.map(({ ready }) => ready));
    expect(new Set(workers.map(({ threadId }) => threadId)).size).toBe(2);
    await expect(hashed).rejects.toThrow("no such file");
    await Promise.all(taken.map((thread) => thread.end()));
  });
});
