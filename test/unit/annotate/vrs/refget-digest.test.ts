import { expect, test } from "vitest";
import { refgetAccession } from "../../../../src/annotate/vrs/refget-digest.ts";

test("a refget accession is the truncated digest of the bases in capitals", () => {
  const sequence = "acgt";
  const read = (start: number, end: number): string => sequence.slice(start - 1, end);
  expect(refgetAccession(4, read)).toBe("SQ.aKF498dAxcJAqme6QYQ7EZ07-fiw8Kw2");
});
