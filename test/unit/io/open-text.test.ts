import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { streamSource } from "../../../src/io/byte-source.ts";
import { openText } from "../../../src/io/open-text.ts";
import { sha256 } from "../../../src/io/sha256.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import { collect, cutAt, endMarker, makeBgzf, makeBlocks, streamOf } from "./make-bytes.ts";

/** Four bytes for each character, the small end first. */
const utf32 = (characters: string): Buffer =>
  Buffer.concat(
    [...characters].map((character) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(character.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

const text = Array.from({ length: 200 }, (_, line) => `line ${line * line}\n`).join("");

async function readAll(stored: Uint8Array | readonly Uint8Array[], allowTruncated = false) {
  const chunks = stored instanceof Uint8Array ? [stored] : stored;
  const problems: Problem[] = [];
  const opened = await openText(streamSource("x", streamOf(...chunks)), {
    allowTruncated,
    report: (problem) => problems.push(problem),
  });
  const read = await collect(opened.chunks());
  return { read, opened, problems };
}

async function codeOf(stored: Uint8Array, allowTruncated = false): Promise<string> {
  try {
    await readAll(stored, allowTruncated);
    return "read";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.kind).toBe("input");
    return error.problems[0]?.code ?? "";
  }
}

describe("openText", () => {
  test.each([
    ["plain", Buffer.from(text)],
    ["gzip", gzipSync(text)],
    ["gzip", Buffer.concat([gzipSync(text.slice(0, 500)), gzipSync(text.slice(500))])],
    ["BGZF", makeBgzf(text)],
  ])("reads %s by its content, whatever chunks it comes in", async (content, stored) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(stored.length)), async (places) => {
        const { read, opened } = await readAll(cutAt(stored, places));
        expect(opened.content).toBe(content);
        expect(read).toBe(text);
        expect(opened.digest()).toEqual({ sha256: sha256(stored), bytes: stored.length });
      }),
      { numRuns: 30 },
    );
  });

  test("reads BGZF with an end marker in its middle", async () => {
    const [first, ...others] = makeBlocks(text);
    const stored = Buffer.concat([first ?? endMarker, endMarker, ...others, endMarker]);
    expect((await readAll(stored)).read).toBe(text);
  });

  test("reads BGZF of more than one slab in order", async () => {
    const lines: string[] = [];
    for (let seed = 1; lines.length < 60_000; seed = (seed * 48271) % 2147483647) {
      lines.push(`${seed} ${seed * 3}\n`);
    }
    const long = lines.join("");
    const stored = makeBgzf(long, 60_000);
    expect(stored.length).toBeGreaterThan(1 << 19);
    expect(sha256((await readAll(stored)).read)).toBe(sha256(long));
  });

  test("notices a missing end marker, which may be allowed with a warning", async () => {
    const stored = Buffer.concat(makeBlocks(text));
    expect(await codeOf(stored)).toBe("bgzf-no-end-marker");
    const { read, problems } = await readAll(stored, true);
    expect(read).toBe(text);
    expect(problems).toMatchObject([{ code: "bgzf-no-end-marker", severity: "warning" }]);
  });

  test("refuses BGZF that is cut anywhere else, even where truncation is allowed", async () => {
    const stored = makeBgzf(text);
    const boundaries = new Set<number>();
    let offset = 0;
    for (const block of makeBlocks(text)) boundaries.add((offset += block.length));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: stored.length - 1 }), async (size) => {
        fc.pre(!boundaries.has(size));
        expect(await codeOf(stored.subarray(0, size), true)).toMatch(/^bgzf-(cut|corrupt)$/);
      }),
    );
  });

  // Longer than what is looked at before any of it is given.
  const long = text.repeat(40);
  const joined = makeBlocks(long, 3000);
  const behind = (...others: readonly Buffer[]): Buffer => Buffer.concat([...joined, ...others]);
  const damaged = Buffer.from(endMarker);
  damaged.writeUInt8(1, damaged.length - 5);

  test.each([
    ["a damaged block", behind(damaged, endMarker), "bgzf-corrupt"],
    ["what is no block", behind(Buffer.alloc(40)), "bgzf-corrupt"],
    ["a cut block", behind(endMarker.subarray(0, 20)), "bgzf-cut"],
    ["no end marker", behind(), "bgzf-no-end-marker"],
    ["a NUL byte", behind(...makeBlocks("\0"), endMarker), "nul-byte"],
  ])("gives all text before %s, so that a fault in it is told first", async (_, stored, code) => {
    const opened = await openText(streamSource("x", streamOf(stored)), { report: () => {} });
    let read = "";
    const take = async (): Promise<void> => {
      for await (const chunk of opened.chunks()) read += chunk.toString();
    };
    await expect(take()).rejects.toMatchObject({ problems: [{ code }] });
    expect(read === long).toBe(true);
  });

  test("never reads other text from BGZF with one changed byte", async () => {
    const stored = makeBgzf(text);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(stored.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = Buffer.from(stored);
          changed[at] = (changed[at] ?? 0) ^ flip;
          const result = await readAll(changed).catch((error: unknown) => error);
          if (result instanceof Refusal) expect(result.kind).toBe("input");
          else if (result instanceof Error) throw result;
          // A byte of the time stamp, or of a first header that is then no gzip at all, changes no text silently.
          else expect(at < 16 || (result as { read: string }).read === text).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      "garbage behind BGZF",
      Buffer.concat([makeBgzf(text), Buffer.from("garbage")]),
      "bgzf-corrupt",
    ],
    ["zeros behind BGZF", Buffer.concat([makeBgzf(text), Buffer.alloc(40)]), "bgzf-corrupt"],
    ["plain gzip behind BGZF", Buffer.concat([makeBgzf(text), gzipSync("a")]), "bgzf-corrupt"],
    ["cut gzip", gzipSync(text).subarray(0, -9), "gzip-cut"],
    [
      "garbage behind gzip",
      Buffer.concat([gzipSync(text), Buffer.from("garbage")]),
      "gzip-corrupt",
    ],
    ["zeros behind gzip", Buffer.concat([gzipSync(text), Buffer.alloc(9)]), "gzip-corrupt"],
    ["gzip inside gzip", gzipSync(gzipSync(text)), "content-gzip-in-gzip"],
    ["BCF", Buffer.from("BCF\u0002\u0002"), "content-bcf"],
    ["BCF in BGZF", makeBgzf("BCF\u0002\u0002"), "content-bcf"],
    ["zip", Buffer.from("PK\u0003\u0004abc"), "content-zip"],
    [
      "xlsx",
      Buffer.from(`PK\u0003\u0004${"\0".repeat(26)}[Content_Types].xml`, "latin1"),
      "content-workbook",
    ],
    ["xls", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "content-workbook"],
    ["parquet", Buffer.from("PAR1\u0015\u0004", "latin1"), "content-parquet"],
    ["UTF-16 with a mark", Buffer.from("\ufeff##file", "utf16le"), "content-utf16"],
    ["UTF-16 without a mark", Buffer.from("##file", "utf16le"), "content-utf16"],
    ["UTF-32 with a mark", utf32("\ufeff##file"), "content-utf32"],
    ["UTF-32 without a mark", utf32("##file"), "content-utf32"],
    ["UTF-32 with its large ends first", utf32("\ufeff##file").swap32(), "content-utf32"],
    ["a zlib stream", deflateSync(text), "content-zlib"],
    ["an index", gzipSync(Buffer.from("TBI\u0001\u0002\u0000")), "content-index"],
    ["an index that was inflated", Buffer.from("CSI\u0001\u0002"), "content-index"],
    ["nothing", Buffer.alloc(0), "file-empty"],
    ["a NUL byte", Buffer.from(`${text}a\u0000b\n`), "nul-byte"],
    ["lines that end in CR", Buffer.from("a\rb\rc"), "cr-line-ends"],
  ])("refuses %s", async (_, stored, code) => {
    expect(await codeOf(stored)).toBe(code);
  });

  test("says by which command to convert what it does not read", async () => {
    const error = await readAll(Buffer.from("BCF\u0002\u0002")).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problems: [{ hint: expect.stringContaining("bcftools view") }] });
  });

  test("refuses gzip that expands as no table does, before it is all in memory", async () => {
    const bomb = gzipSync(Buffer.alloc(80 << 20, "abc\n"), { level: 9 });
    expect(await codeOf(bomb)).toBe("gzip-bomb");
  });

  test("skips a byte order mark and says so", async () => {
    const { read, opened, problems } = await readAll(Buffer.from(`\ufeff${text}`));
    expect(read).toBe(text);
    expect(opened.head.toString().startsWith("line 0")).toBe(true);
    expect(problems).toMatchObject([{ code: "byte-order-mark", severity: "notice" }]);
  });

  test("hands on a refusal of the source as it is", async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield gzipSync(text).subarray(0, 600);
      throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "read" });
    };
    const opened = openText(streamSource("-", broken()), { report: () => {} });
    await expect(opened.then(({ chunks }) => collect(chunks()))).rejects.toMatchObject({
      problems: [{ code: "file-unreadable" }],
    });
  });
});
