import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitBlocks } from "../../../src/io/split-blocks.ts";
import { cutAt, streamOf } from "./make-bytes.ts";

async function blocksOf(chunks: readonly (string | Uint8Array)[], lineLimit?: number) {
  const options = { name: "x.vcf", ...(lineLimit === undefined ? {} : { lineLimit }) };
  const blocks: string[] = [];
  for await (const block of splitBlocks(streamOf(...chunks), options)) {
    blocks.push(block.toString("latin1"));
  }
  return blocks;
}

describe("splitBlocks", () => {
  test("cuts any text at any places into blocks of whole lines", async () => {
    const text = fc
      .array(fc.constantFrom("a", "bc", "\n", "\r\n", "\u2028", "\r"))
      .map((parts) => Buffer.from(parts.join("")));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40)), async (bytes, places) => {
        const cuts = places.map((place) => Math.min(place, bytes.length));
        const blocks = await blocksOf(cutAt(bytes, cuts));
        expect(blocks.join("")).toBe(bytes.toString("latin1"));
        for (const block of blocks.slice(0, -1)) expect(block.endsWith("\n")).toBe(true);
        expect(blocks).not.toContain("");
      }),
    );
  });

  test("yields a last line without a line feed", async () => {
    expect(await blocksOf(["a\nb", "c"])).toEqual(["a\n", "bc"]);
  });

  test("does not end a line at a lone CR or at U+2028", async () => {
    expect(await blocksOf(["a\rb\u2028c\n"])).toHaveLength(1);
  });

  test("refuses a line that is longer than the limit before it is in memory", async () => {
    const endless = Array.from({ length: 100 }, () => "x".repeat(10));
    await expect(blocksOf(endless, 50)).rejects.toMatchObject({
      kind: "input",
      problems: [{ code: "line-too-long" }],
    });
    await expect(blocksOf(["x".repeat(60), "\n"], 50)).rejects.toThrow(/line/);
  });
});
