import { expect, test } from "vitest";
import { reverseComplement, translate } from "../../../../src/annotate/models/genetic-code.ts";

test.each([
  ["", ""],
  ["A", "T"],
  ["AACGTT", "AACGTT"],
  ["GATTACA", "TGTAATC"],
  ["ANRa\u00e9\u0141C", "GNNNNNT"],
])("%s read on the other strand is %s", (sequence, reversed) => {
  expect(reverseComplement(sequence)).toBe(reversed);
});

test.each([
  ["ATGTAA", "M*"],
  ["ATGNAACC", "MX"],
])("%s is translated to %s", (sequence, protein) => {
  expect(translate(sequence)).toBe(protein);
});
