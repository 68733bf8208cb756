import { describe, expect, test } from "vitest";
import { copiesOfRatio } from "../../../../src/annotate/copy-number/copies-of-ratio.ts";
import { expectedCopies } from "../../../../src/annotate/copy-number/expected-copies.ts";
import { judgeCopies } from "../../../../src/annotate/copy-number/judge-copies.ts";

const nothing: Parameters<typeof judgeCopies>[0] = {
  copies: null,
  minor: null,
  log2: null,
  call: null,
};
const tumor = { purity: null, ploidy: null };
const autosome = [2];

const changeAt = (copies: number, ploidy: number | null = null, expected = autosome) =>
  judgeCopies({ ...nothing, copies }, expected, { purity: null, ploidy }).change;

describe("the change that a number of copies is", () => {
  test.each([
    [0, "homozygous-deletion"],
    [0.49, "homozygous-deletion"],
    [0.5, "loss"],
    [1, "loss"],
    [1.49, "loss"],
    [1.5, "neutral"],
    [2, "neutral"],
    [2.49, "neutral"],
    [2.5, "gain"],
    [3.99, "gain"],
    [4, "gain"],
    [5.99, "gain"],
    [6, "amplification"],
    [100, "amplification"],
  ])("in a diploid genome, %d copies: %s", (copies, change) => {
    expect(changeAt(copies)).toBe(change);
    expect(changeAt(copies, 2)).toBe(change);
  });

  test.each([
    [0, "homozygous-deletion"],
    [1, "loss"],
    [2, "loss"],
    [3, "loss"],
    [4, "neutral"],
    [5, "gain"],
    [6, "gain"],
    [7.99, "gain"],
    [8, "amplification"],
  ])("in a doubled genome of ploidy 4, %d copies: %s", (copies, change) => {
    expect(changeAt(copies, 4)).toBe(change);
  });

  test("in a genome that lost chromosomes, one copy of two is still a loss and two are none", () => {
    expect(changeAt(1, 1.4)).toBe("loss");
    expect(changeAt(2, 1.4)).toBe("neutral");
  });

  test("is judged on the two decimals that are printed", () => {
    const judged = judgeCopies({ ...nothing, copies: 5.996 }, autosome, tumor);
    expect(judged).toMatchObject({ copies: 6, change: "amplification" });
  });
});

describe("copies from a log2 ratio", () => {
  test.each([
    // Mean of tumor and normal cells at this purity: 0.3 x 10 + 0.7 x 2 = 4.4 copies.
    [Math.log2(4.4 / 2), 0.3, 2, 10],
    // Of normal cells alone: 0.4 x 2 = 0.8 copies.
    [Math.log2(0.8 / 2), 0.6, 2, 0],
    [Math.log2((0.5 * 1 + 0.5 * 2) / 2), 0.5, 2, 1],
    // In a tetraploid tumor the same depth is shared by more copies: 0.5 x 4 + 0.5 x 2 = 3 on average.
    [Math.log2((0.5 * 4 + 0.5 * 2) / 3), 0.5, 4, 4],
    [Math.log2((0.5 * 12 + 0.5 * 2) / 3), 0.5, 4, 12],
    [3, 1, 2, 16],
  ])("of %d at purity %d and ploidy %d are %d in tumor cells", (log2, purity, ploidy, copies) => {
    const found = copiesOfRatio(log2, 2, { purity, ploidy });
    expect(found.copies).toBeCloseTo(copies, 9);
    expect(found.adjusted).toBe(true);
  });

  test("without a purity are those of the sample, and say so", () => {
    expect(copiesOfRatio(1, 2, tumor)).toEqual({ copies: 4, adjusted: false });
  });

  test("on the one X of a man count from one", () => {
    expect(copiesOfRatio(0, 1, { purity: 0.5, ploidy: 2 }).copies).toBeCloseTo(1, 9);
  });

  test("below what a sample of this purity can have are none, not negative", () => {
    expect(copiesOfRatio(-5, 2, { purity: 0.3, ploidy: 2 }).copies).toBe(0);
  });
});

describe("the loss of one allele", () => {
  const lost = (row: Partial<typeof nothing>, expected = autosome, ploidy: number | null = null) =>
    judgeCopies({ ...nothing, ...row }, expected, { purity: 0.8, ploidy });

  test("shows in the copies of the rarer allele, whatever their total", () => {
    expect(lost({ copies: 2, minor: 0 })).toMatchObject({
      change: "copy-neutral-loh",
      oneAlleleLost: true,
    });
    expect(lost({ copies: 4, minor: 0.2 })).toMatchObject({ change: "gain", oneAlleleLost: true });
    expect(lost({ copies: 2, minor: 1 })).toMatchObject({
      change: "neutral",
      oneAlleleLost: false,
    });
  });

  test("shows in a single copy, and is open in two that nobody tells apart", () => {
    expect(lost({ copies: 1 })).toMatchObject({ change: "loss", oneAlleleLost: true });
    expect(lost({ copies: 2 }).oneAlleleLost).toBeNull();
    expect(lost({ copies: 2 }, autosome, 4).oneAlleleLost).toBeNull();
  });

  test("is not read from a single copy of a sample of unknown purity", () => {
    const judged = judgeCopies({ ...nothing, log2: -1 }, autosome, tumor);
    expect(judged).toMatchObject({ change: "loss", adjusted: false, oneAlleleLost: null });
  });

  test("is none on a chromosome of which normal cells have one", () => {
    expect(lost({ copies: 1, minor: 0 }, [1])).toMatchObject({
      change: "neutral",
      oneAlleleLost: false,
    });
  });

  test("is what a called loss leaves, unless the genome is known to be larger", () => {
    expect(lost({ call: "loss" }).oneAlleleLost).toBe(true);
    expect(lost({ call: "loss" }, autosome, 3.6).oneAlleleLost).toBeNull();
  });
});

describe("the sex chromosomes", () => {
  const androgenReceptor = {
    assembly: "GRCh38",
    contig: "X",
    start: 67_544_021,
    end: 67_730_619,
  } as const;
  const crlf2 = { assembly: "GRCh38", contig: "X", start: 1_190_449, end: 1_212_723 } as const;

  test("have the copies of the sex, and both numbers where it is not known", () => {
    expect(expectedCopies(androgenReceptor, "male")).toEqual([1]);
    expect(expectedCopies(androgenReceptor, "female")).toEqual([2]);
    expect(expectedCopies(androgenReceptor, undefined)).toEqual([2, 1]);
    expect(expectedCopies({ ...androgenReceptor, contig: "Y" }, "female")).toEqual([0]);
    expect(expectedCopies({ ...androgenReceptor, contig: "MT" }, "male")).toEqual([]);
  });

  test("have two copies of their pseudoautosomal regions in both sexes", () => {
    expect(expectedCopies(crlf2, "male")).toEqual([2]);
    expect(expectedCopies(crlf2, undefined)).toEqual([2]);
  });

  test("are judged without the sex where it makes no difference, and left open elsewhere", () => {
    const unknown = [2, 1];
    expect(changeAt(20, null, unknown)).toBe("amplification");
    expect(changeAt(0, null, unknown)).toBe("homozygous-deletion");
    expect(changeAt(1, null, unknown)).toBe("open");
    expect(changeAt(1, null, [1])).toBe("neutral");
    expect(changeAt(1, null, [2])).toBe("loss");
    expect(changeAt(2, null, [1])).toBe("gain");
  });
});
