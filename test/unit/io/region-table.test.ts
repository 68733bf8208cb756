import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeRegionTable } from "../../../src/io/region-table.ts";

const locus = fc
  .record({ contig: fc.constantFrom("1", "2", "X"), start: fc.nat(200), length: fc.nat(30) })
  .map(({ contig, start, length }) => ({ contig, start, end: start + length }));

describe("makeRegionTable", () => {
  test("answers as a look at every locus would, whatever was asked before", () => {
    fc.assert(
      fc.property(fc.array(locus), fc.array(locus), (loci, questions) => {
        const table = makeRegionTable(loci);
        for (const { contig, start, end } of questions) {
          const expected = loci.some(
            (other) => other.contig === contig && other.start <= end && other.end >= start,
          );
          expect(table.overlaps(contig, start, end)).toBe(expected);
        }
      }),
    );
  });

  test("tells whether one merged interval holds all of a place, whatever was asked before", () => {
    fc.assert(
      fc.property(fc.array(locus), fc.array(locus), (loci, questions) => {
        const table = makeRegionTable(loci);
        for (const { contig, start, end } of questions) {
          const isHeld = Array.from({ length: end - start + 1 }, (_, index) => start + index).every(
            (position) =>
              loci.some(
                (other) =>
                  other.contig === contig && other.start <= position && position <= other.end,
              ),
          );
          expect(table.intervalsOf(contig)?.hold(start, end) ?? false).toBe(isHeld);
        }
      }),
    );
  });

  test("counts both ends of an interval in and their neighbors out", () => {
    const table = makeRegionTable([{ contig: "7", start: 10, end: 20 }]);
    const asked = [9, 10, 20, 21].map((position) => table.overlaps("7", position, position));
    expect(asked).toEqual([false, true, true, false]);
  });

  test("merges loci that overlap or touch", () => {
    const table = makeRegionTable([
      { contig: "1", start: 5, end: 9 },
      { contig: "1", start: 1, end: 4 },
      { contig: "1", start: 11, end: 12 },
      { contig: "2", start: 1, end: 2 },
    ]);
    expect(table.size).toBe(3);
  });

  test("knows nothing of a contig without loci", () => {
    expect(makeRegionTable([]).overlaps("1", 1, 100)).toBe(false);
    expect(makeRegionTable([]).intervalsOf("1")).toBeUndefined();
  });
});
