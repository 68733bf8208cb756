import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { digestFile } from "../../../../src/io/threads/digest-file.ts";
import { readSlabs } from "../../../../src/io/bgzf/read-slabs.ts";
import { slabSize } from "../../../../src/io/bgzf/inflate-bgzf.ts";
import { endMarker, makeBgzf } from "../make-bytes.ts";
import type { FileDigest } from "../../../../src/io/threads/digest.ts";

const folder = mkdtempSync(join(tmpdir(), "metaction-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, "x.vcf.gz");
const bytes = makeBgzf("a line\n".repeat(2_000));
writeFileSync(path, bytes);

async function digestOf(hashed: Promise<FileDigest> | null): Promise<unknown> {
  const { open, name } = fileSource(path);
  if (open === null) throw new Error("a file can be opened");
  const file = await open();
  try {
    const options = { name, allowTruncated: false, report: () => {}, hashed };
    const reading = readSlabs(file, 0, options);
    for await (const slab of reading.slabs()) expect(slab.offset).toBe(0);
    return reading.digest();
  } finally {
    await file.close();
  }
}

describe("the digest of a file that is read in slabs", () => {
  const expected = {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
  };

  test("is made on the way, or taken from the thread that hashes the same file", async () => {
    expect(await digestOf(null)).toEqual(expected);
    expect(await digestOf(Promise.resolve(digestFile(path).answer))).toEqual(expected);
  });

  test("of another state of the file is refused", async () => {
    const { answer } = digestFile(path);
    const changed = /was changed while it was being read/;
    await expect(digestOf(Promise.resolve({ ...answer, bytes: 1 }))).rejects.toThrow(changed);
    const { atime, mtimeMs } = statSync(path);
    utimesSync(path, atime, new Date(mtimeMs - 5_000));
    await expect(digestOf(Promise.resolve(answer))).rejects.toThrow(changed);
  });

  test("that cannot be made ends the reading with its error", async () => {
    const failed = Promise.reject(new Error("no such file"));
    failed.catch(() => {});
    await expect(digestOf(failed)).rejects.toThrow("no such");
  });
});

/** A block of `size` stored bytes, whose text is not compressed. */
function storedBlock(size: number): Buffer {
  const block = Buffer.alloc(size, "a");
  const textSize = size - 18 - 5 - 8;
  block.write("1f8b08040000000000ff0600424302000000", "hex");
  block.writeUInt16LE(size - 1, 16);
  block.writeUInt8(1, 18);
  block.writeUInt16LE(textSize, 19);
  block.writeUInt16LE(textSize ^ 0xffff, 21);
  block.writeUInt32LE(textSize, size - 4);
  return block;
}

test("a slab that ends where a block ends is not taken for the end of the file", async () => {
  const size = 4096;
  const blocks = Array.from({ length: (2 * slabSize) / size + 1 }, () => storedBlock(size));
  const aligned = join(folder, "aligned.vcf.gz");
  writeFileSync(aligned, Buffer.concat([...blocks, endMarker]));
  const { open, name } = fileSource(aligned);
  if (open === null) throw new Error("a file can be opened");
  const file = await open();
  try {
    const options = { name, allowTruncated: false, report: () => {}, hashed: null };
    const sizes = [];
    for await (const slab of readSlabs(file, 0, options).slabs()) sizes.push(slab.bytes.length);
    expect(sizes).toEqual([slabSize, slabSize, size + endMarker.length]);
  } finally {
    await file.close();
  }
});
