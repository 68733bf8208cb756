import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeFilterReader } from "../../../../src/read/vcf/line-bytes.ts";

const lineOf = (filter: string): Buffer => Buffer.from(`7\t12\t.\tA\tG\t.\t${filter}\tDP=3`);

describe("FILTER of a line", () => {
  // Few letters: many texts share length, first and last byte, and so their place in memory.
  const filters = fc.array(fc.string({ unit: fc.constantFrom("a", "b", ";", "µ"), maxLength: 5 }), {
    minLength: 2,
    maxLength: 60,
  });

  test("is read as it stands, whatever was read before", () => {
    const reader = makeFilterReader();
    fc.assert(
      fc.property(filters, (texts) => {
        for (const text of texts) expect(reader.ofLine(lineOf(text), 0)).toBe(text);
      }),
    );
  });

  test("is told apart from another one that begins and ends alike", () => {
    const reader = makeFilterReader();
    const read = ["weak_a_call", "weak_b_call", "weak_a_call"].map((text) =>
      reader.ofLine(lineOf(text), 0),
    );
    expect(read).toEqual(["weak_a_call", "weak_b_call", "weak_a_call"]);
  });

  test("is read where it is long, and is null where the line ends before it does", () => {
    const reader = makeFilterReader();
    const long = "x".repeat(1000);
    expect([long, long].map((text) => reader.ofLine(lineOf(text), 0))).toEqual([long, long]);
    expect(reader.ofLine(Buffer.from("7\t12\t.\tA\tG\t.\tPASS"), 0)).toBeNull();
  });
});
