import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  checkOutput,
  removeTemporaryFiles,
  writeFileAtomic,
  writeToStream,
} from "../../../src/io/write-output.ts";

let folder = "";
let path = "";
const replace = { noClobber: false };
const keep = { noClobber: true };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "metaction-"));
  path = join(folder, "report.html");
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("writeFileAtomic", () => {
  test("replaces a file whole and leaves nothing else behind", async () => {
    await writeFile(path, "old and longer");
    await writeFileAtomic(path, "new", replace);
    expect(await readFile(path, "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["report.html"]);
  });

  test("keeps the old file when it may not be replaced", async () => {
    await writeFile(path, "old");
    await expect(writeFileAtomic(path, "new", keep)).rejects.toMatchObject({
      kind: "usage",
      problems: [{ code: "output-exists" }],
    });
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["report.html"]);
  });

  test("writes a new file under noClobber", async () => {
    await writeFileAtomic(path, "new", keep);
    expect(await readdir(folder)).toEqual(["report.html"]);
  });

  test("replaces a symbolic link and not what it points to", async () => {
    const other = join(folder, "other");
    await writeFile(other, "precious");
    await symlink(other, path);
    await writeFileAtomic(path, "new", replace);
    expect(await readFile(other, "utf8")).toBe("precious");
    expect(await readFile(path, "utf8")).toBe("new");
  });

  test("cleans up after a run that was killed", async () => {
    await writeFile(join(folder, ".report.html.0123456789abcdef.metaction-tmp"), "half");
    await writeFileAtomic(path, "new", replace);
    expect(await readdir(folder)).toEqual(["report.html"]);
  });

  test("writes to a device without replacing it", async () => {
    await writeFileAtomic("/dev/null", "text", replace);
    await expect(writeFileAtomic("/dev/full", "text", replace)).rejects.toMatchObject({
      kind: "output",
      message: expect.stringContaining("no space is left"),
    });
  });

  test("leaves nothing for a signal handler to remove once it is done", async () => {
    await writeFileAtomic(path, "new", replace);
    removeTemporaryFiles();
    expect(await readFile(path, "utf8")).toBe("new");
  });

  test("removes a half-written file when a signal comes", async () => {
    const writing = writeFileAtomic(path, Buffer.alloc(8 << 20), replace);
    for (let names: string[] = []; names.length === 0;) names = await readdir(folder);
    removeTemporaryFiles();
    await writing.catch(() => {});
    for (const name of await readdir(folder)) expect(name).toBe("report.html");
  });
});

describe("checkOutput", () => {
  test("accepts a new and an old file", async () => {
    await checkOutput(path, keep);
    await writeFile(path, "old");
    await checkOutput(path, replace);
  });

  test.each([
    ["a folder", () => "", "output-is-folder"],
    ["a file in no folder", () => "none/report.html", "output-folder-missing"],
    ["a file that exists, under noClobber", () => "old", "output-exists"],
  ])("refuses %s as a usage error", async (_, name, code) => {
    await writeFile(join(folder, "old"), "");
    await expect(checkOutput(join(folder, name()), keep)).rejects.toMatchObject({
      kind: "usage",
      problems: [{ code }],
    });
  });

  test("a name as long as a file system takes is written, and a longer one refused before any work", async () => {
    const longest = join(folder, `${"x".repeat(252)}.md`);
    await checkOutput(longest, replace);
    await writeFileAtomic(longest, "a", replace);
    expect(await readdir(folder)).toEqual([`${"x".repeat(252)}.md`]);
    await expect(checkOutput(join(folder, `${"x".repeat(300)}.md`), replace)).rejects.toMatchObject(
      {
        kind: "output",
        message: expect.stringMatching(/longer than the file system allows$/),
      },
    );
  });

  test("refuses a folder that cannot be written to before any work", async (context) => {
    const closed = join(folder, "closed");
    await mkdir(closed);
    await chmod(closed, 0o500);
    // Root may write everywhere.
    if (process.getuid?.() === 0) context.skip();
    await expect(checkOutput(join(closed, "a"), replace)).rejects.toMatchObject({ kind: "output" });
  });
});

/** A stream whose every write ends in the given error. */
function failing(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done(Object.assign(new Error(code), { code, syscall: "write" }));
    },
  });
}

describe("writeToStream", () => {
  test("waits until a slow reader has taken the last byte", async () => {
    let taken = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        setTimeout(() => {
          taken += chunk.length;
          done();
        }, 5);
      },
    });
    expect(await writeToStream(slow, "x".repeat(100_000))).toBe("written");
    expect(taken).toBe(100_000);
  });

  test("takes a reader that has gone away for no error", async () => {
    const stream = failing("EPIPE");
    expect(await writeToStream(stream, "a")).toBe("closed");
    expect(await writeToStream(stream, "b")).toBe("closed");
  });

  /** A standard stream whose descriptor is an open file, and that itself takes nothing. */
  const standing = (fd: number): Writable =>
    Object.assign(
      new Writable({
        write: (_chunk, _encoding, done) => {
          done();
        },
      }),
      { fd },
    );

  test("writes to the file behind a stream itself, in order", async () => {
    const file = await open(path, "w");
    expect(await writeToStream(standing(file.fd), "æ")).toBe("written");
    expect(await writeToStream(standing(file.fd), "b".repeat(100_000))).toBe("written");
    await file.close();
    expect(await readFile(path, "utf8")).toBe(`æ${"b".repeat(100_000)}`);
  });

  test("refuses when the file behind a stream is full or closed", async () => {
    const full = await open("/dev/full", "w");
    await expect(writeToStream(standing(full.fd), "a")).rejects.toMatchObject({
      kind: "output",
      message: expect.stringContaining("no space is left"),
    });
    const { fd } = full;
    await full.close();
    await expect(writeToStream(standing(fd), "a")).rejects.toMatchObject({ kind: "output" });
  });

  test("refuses when the text cannot arrive", async () => {
    await expect(writeToStream(failing("ENOSPC"), "a")).rejects.toMatchObject({ kind: "output" });
  });
});
