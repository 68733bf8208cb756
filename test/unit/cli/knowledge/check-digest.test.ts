import { expect, test } from "vitest";
import { checkDigest } from "../../../../src/cli/knowledge/check-digest.ts";
import { digestText } from "../../../../src/cli/options/option-parsers.ts";

const [ours, other] = ["a".repeat(64), "b".repeat(64)];

test("a knowledgebase that is pinned is taken, any other is refused with both digests", () => {
  expect(() => checkDigest({ sha256: ours }, undefined)).not.toThrow();
  expect(() => checkDigest({ sha256: ours }, ours)).not.toThrow();
  expect(() => checkDigest({ sha256: ours }, other)).toThrow(
    `has the digest ${ours}, the run asks for ${other}`,
  );
});

test("a digest is 64 hexadecimal digits in any case", () => {
  expect(digestText("A".repeat(64))).toBe(ours);
  for (const text of ["", "a".repeat(63), "g".repeat(64)]) expect(() => digestText(text)).toThrow();
});
