import fc from "fast-check";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { streamSource } from "../../../../src/io/byte-source.ts";
import { deflateBgzf } from "../../../../src/io/bgzf/deflate-bgzf.ts";
import { openText } from "../../../../src/io/open-text.ts";
import { collect, endMarker } from "../make-bytes.ts";

async function* pieces(text: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < text.length; start += size) yield text.subarray(start, start + size);
}

async function pack(text: Buffer, size: number): Promise<Buffer> {
  return Buffer.from(await collect(deflateBgzf(pieces(text, size))), "latin1");
}

test("packs to what our own reader and gzip unpack, with the end marker that bgzip writes", async () => {
  const text = Buffer.from("chr7\t140753336\t.\tA\tT\n".repeat(20_000));
  const packed = await pack(text, 1000);
  expect(gunzipSync(packed).equals(text)).toBe(true);
  expect(packed.subarray(-28).equals(endMarker)).toBe(true);
  const opened = await openText(streamSource("x.gz", pieces(packed, 777)), { report: fail });
  expect(opened.content).toBe("BGZF");
  expect(Buffer.from(await collect(opened.chunks()), "latin1").equals(text)).toBe(true);
});

test("packs text that cannot be made smaller, in blocks of at most 64 KiB", async () => {
  let state = 1;
  const text = Buffer.from(
    Array.from({ length: 200_000 }, () => {
      state = (state * 48271) % 2147483647;
      return state & 0xff;
    }),
  );
  const packed = await pack(text, 65536);
  expect(gunzipSync(packed).equals(text)).toBe(true);
  for (let at = 0; at < packed.length;) {
    const size = packed.readUInt16LE(at + 16) + 1;
    expect(packed.readUInt32LE(at)).toBe(0x04088b1f);
    at += size;
  }
});

test("the cut of the text does not show in the bytes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 4000 }),
      async (bytes, size) => {
        const text = Buffer.from(bytes);
        expect((await pack(text, size)).equals(await pack(text, 4000))).toBe(true);
      },
    ),
  );
});

function fail(): never {
  throw new Error("no problem was expected");
}
