import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readBuiltFile,
  readBuiltPart,
  writeBuiltFile,
} from "../../../../src/knowledgebase/load/built-file.ts";
import { canonicalText } from "../../../../src/knowledgebase/content.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { sampleFiles } from "../sample-folder.ts";

const files = sampleFiles();
const text = canonicalText({
  manifest: files["manifest.json"],
  genes: files["genes.json"].genes,
  therapies: files["therapies.json"].therapies,
  diseases: files["diseases.json"],
  documents: files["documents.json"].documents,
  statements: [files["statements/BRAF.json"]],
});
const built = new TextEncoder().encode(writeBuiltFile(text).text);

const refused = (bytes: Uint8Array) => {
  try {
    readBuiltFile(bytes, "kb.json");
    return false;
  } catch (error) {
    return error instanceof Refusal && error.kind === "knowledgebase";
  }
};

describe("a built file", () => {
  test("gives back its content and digest", () => {
    const read = readBuiltFile(built, "kb.json");
    expect(canonicalText(read.content)).toBe(text);
    expect(read.sha256).toBe(writeBuiltFile(text).sha256);
  });

  test("gives its genes alone, and its version", () => {
    const { content, sha256 } = readBuiltFile(built, "kb.json");
    expect(readBuiltPart(built, "kb.json", "genes").part).toEqual(content.genes);
    expect(readBuiltPart(built, "kb.json", "manifest")).toEqual({ part: content.manifest, sha256 });
    const changed = Uint8Array.from(built);
    changed[built.length - 3]! ^= 1;
    expect(() => readBuiltPart(changed, "kb.json", "genes")).toThrow(Refusal);
    const empty = new TextEncoder().encode(writeBuiltFile("{}").text);
    expect(() => readBuiltPart(empty, "kb.json", "genes")).toThrow("has no genes");
  });

  test("is one JSON document", () => {
    expect(JSON.parse(new TextDecoder().decode(built))).toMatchObject({
      format: "metaction-knowledgebase/1",
      payload: { manifest: { version: "2026.11.0" } },
    });
  });

  test("is refused with any single bit flipped", () => {
    for (let index = 0; index < built.length; index += 1) {
      const flipped = Uint8Array.from(built);
      flipped[index]! ^= 1 << (index % 8);
      expect(refused(flipped)).toBe(true);
    }
  });

  test("is refused with any random bit flipped, cut at any place, or with bytes after it", () => {
    fc.assert(
      fc.property(fc.nat(built.length * 8 - 1), (bit) => {
        const flipped = Uint8Array.from(built);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        return refused(flipped) && refused(built.subarray(0, bit >> 3));
      }),
      { numRuns: 200 },
    );
    expect(refused(new Uint8Array([...built, 0x0a]))).toBe(true);
    expect(refused(new Uint8Array())).toBe(true);
  });
});
