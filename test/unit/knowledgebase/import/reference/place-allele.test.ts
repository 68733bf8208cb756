import { describe, expect, it } from "vitest";
import { readLiftover } from "../../../../../src/knowledgebase/import/reference/liftover.ts";
import {
  fitsReference,
  formatAllele,
  liftAllele,
  placeAllele,
} from "../../../../../src/knowledgebase/import/reference/place-allele.ts";

const reference = "TTACACAGGA";
/** `reference` at positions 101 to 110 of chromosome 1. */
const baseAt = (position: number): string | undefined => reference[position - 101];

const place = (start: number, end: number, ref: string, alt: string): string | null => {
  const placed = placeAllele({ contig: "1", start, end, ref, alt }, baseAt);
  return placed && formatAllele(placed);
};

describe("placeAllele", () => {
  it("keeps a substitution and trims what both sides share", () => {
    expect(place(103, 103, "A", "G")).toBe("1:103:A:G");
    expect(place(103, 105, "ACA", "ATA")).toBe("1:104:C:T");
    expect(place(103, 105, "ACA", "AGGT")).toBe("1:104:CA:GGT");
  });

  it("gives a deletion its anchor and moves it to the left", () => {
    expect(place(106, 107, "CA", "")).toBe("1:102:TAC:T");
    expect(place(108, 108, "G", "")).toBe("1:107:AG:A");
  });

  it("gives an insertion its anchor and moves it to the left", () => {
    expect(place(107, 108, "", "CA")).toBe("1:102:T:TAC");
    expect(place(107, 108, "", "T")).toBe("1:107:A:AT");
  });

  it("guesses no base beyond the known sequence", () => {
    expect(place(101, 102, "TT", "")).toBeNull();
    expect(place(102, 102, "T", "")).toBeNull();
    expect(placeAllele({ contig: "1", start: 108, end: 108, ref: "G", alt: "" }, null)).toBeNull();
    expect(
      placeAllele({ contig: "1", start: 108, end: 108, ref: "G", alt: "T" }, null),
    ).not.toBeNull();
  });

  it("refuses numbers that contradict each other, and letters that are no bases", () => {
    expect(place(103, 104, "A", "G")).toBeNull();
    expect(place(103, 105, "", "G")).toBeNull();
    expect(place(103, 103, "A", "G/T")).toBeNull();
    expect(place(103, 103, "A", "A")).toBeNull();
    expect(place(103, 104, "", "")).toBeNull();
  });
});

describe("fitsReference", () => {
  it("is false only where a known base differs", () => {
    expect(fitsReference({ contig: "1", position: 103, ref: "AC", alt: "G" }, baseAt)).toBe(true);
    expect(fitsReference({ contig: "1", position: 103, ref: "AG", alt: "G" }, baseAt)).toBe(false);
    expect(fitsReference({ contig: "1", position: 110, ref: "AG", alt: "G" }, baseAt)).toBe(true);
  });
});

describe("liftAllele", () => {
  const reversed = readLiftover("chain 9 chr1 1000 + 100 200 chr1 1000 - 300 400 1\n100\n");

  it("turns bases around on the reverse strand", () => {
    const lifted = liftAllele({ contig: "1", position: 103, ref: "AC", alt: "GG" }, reversed);
    expect(lifted).toEqual({ contig: "1", position: 697, ref: "GT", alt: "CC" });
  });

  it("leaves out an insertion there, whose anchor would lie behind it", () => {
    expect(liftAllele({ contig: "1", position: 103, ref: "A", alt: "AC" }, reversed)).toBeNull();
  });
});
