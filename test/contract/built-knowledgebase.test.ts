/** The file that ships: nothing of it can change unseen. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildKnowledgebase } from "../../src/knowledgebase/load/build-knowledgebase.ts";
import { readBuiltFile } from "../../src/knowledgebase/load/built-file.ts";
import { Refusal } from "../../src/model/refusal.ts";

const flips = 1_000;

/** A step that shares no factor with the length visits bits all over the file, the same ones in every run. */
const step = 1_000_003;

test("of 1,000 single bits flipped in the built shipped content, 1,000 are refused", async () => {
  const { text } = await buildKnowledgebase(join(import.meta.dirname, "../../knowledgebase"));
  const bytes = new TextEncoder().encode(text);
  expect(() => readBuiltFile(bytes, "kb.json")).not.toThrow();
  let refused = 0;
  for (let flip = 0; flip < flips; flip += 1) {
    // The first ones are in the envelope, where nothing is hashed.
    const bit =
      flip < 100 ? flip * 8 + (flip % 8) : (flip * step * 8 + (flip % 8)) % (bytes.length * 8);
    const at = bit >> 3;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
    try {
      readBuiltFile(bytes, "kb.json");
    } catch (error) {
      if (error instanceof Refusal && error.kind === "knowledgebase") refused += 1;
    }
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
  }
  expect(refused).toBe(flips);
  expect(() => readBuiltFile(bytes, "kb.json")).not.toThrow();
}, 120_000);
