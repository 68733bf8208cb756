import { describe, expect, test } from "vitest";
import { makeAskCopies } from "../../../../src/annotate/copy-number/ask-copies.ts";
import type { CopyNumberRow } from "../../../../src/read/copy-number/copy-numbers.ts";

function row(start: number, end: number, more: Partial<CopyNumberRow> = {}): CopyNumberRow {
  const { place = { contig: "7", start, end }, ...rest } = more;
  return {
    line: 1,
    place,
    gene: null,
    copies: 3,
    mostCopies: null,
    minor: 1,
    log2: null,
    call: null,
    share: null,
    ...rest,
  };
}

function ask(rows: readonly CopyNumberRow[], more: { purity?: number; contig?: string } = {}) {
  const tumor = { purity: more.purity ?? null, ploidy: 2 };
  const askCopies = makeAskCopies([{ table: { rows }, tumor }], undefined);
  return (start: number, end = start) =>
    askCopies({ assembly: "GRCh38", contig: more.contig ?? "7", start, end });
}

describe("copies of a place", () => {
  test("are those of the segment over it, both ends included", () => {
    const at = ask([row(100, 199), row(300, 399, { copies: 5, minor: null })]);
    expect(at(100)).toEqual({ copies: 3, minor: 1, normal: 2 });
    expect(at(399)).toEqual({ copies: 5, minor: null, normal: 2 });
    expect([at(99), at(200), at(400), at(199, 200)]).toEqual(Array(4).fill("no segment"));
  });

  test("are those of the smaller of two segments", () => {
    expect(ask([row(100, 500), row(200, 300, { copies: 9 })])(250)).toMatchObject({ copies: 9 });
  });

  test("are computed of a ratio only where the purity is known", () => {
    const ratio = row(100, 199, { copies: null, minor: null, log2: 0.378_511_623_253_729_8 });
    expect(ask([ratio])(150)).toBe("not adjusted");
    expect(ask([ratio], { purity: 0.6 })(150)).toMatchObject({ copies: expect.closeTo(3, 6) });
  });

  test("are not known of a word, of a gene's row, and of X without a sex", () => {
    expect(ask([row(100, 199, { copies: null, call: "gain" })])(150)).toBe("no number");
    expect(ask([row(100, 199, { gene: "BRAF" })])(150)).toBe("no segment");
    const onX = row(0, 0, { place: { contig: "X", start: 100_000_000, end: 100_000_100 } });
    expect(ask([onX], { contig: "X" })(100_000_050)).toBe("sex");
  });
});
