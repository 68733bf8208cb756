import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeRegionTable } from "../../../../src/io/region-table.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { makeScanner, type Scanner } from "../../../../src/read/vcf/scan.ts";
import { makeSlabScan } from "../../../../src/read/vcf/scan-slab.ts";
import { joinSlabs, type PlacedSlab } from "../../../../src/read/vcf/scan-threads.ts";
import { makeBlocks } from "../../io/make-bytes.ts";

const regions = makeRegionTable([
  { contig: "7", start: 100, end: 120 },
  { contig: "X", start: 1, end: 50 },
]);
const filteredWanted = makeRegionTable([{ contig: "7", start: 110, end: 112 }]);
const contigLengths = new Map([["chr7", 500]]);

/** What a reader hears of a text: lines, contigs and counts. */
function listen(countFilters: boolean): { scanner: Scanner; contigs: [string, number][] } {
  const contigs: [string, number][] = [];
  const scanner = makeScanner({
    regions,
    filteredWanted,
    countFilters,
    linesBefore: 3,
    lengthOf: (rawContig) => contigLengths.get(rawContig) ?? null,
    onContig: (rawContig, line) => {
      if (contigs.every(([name]) => name !== rawContig)) contigs.push([rawContig, line]);
    },
  });
  return { scanner, contigs };
}

const show = (line: { bytes: Buffer }): object => ({ ...line, bytes: line.bytes.toString() });

/** Scans a text of whole lines, and perhaps one more, on one thread. */
function scanWhole(text: string, countFilters: boolean): object {
  const { scanner, contigs } = listen(countFilters);
  const lines = [...scanner.scan(Buffer.from(text))].map(show);
  return { lines, contigs, counts: scanner.counts(), last: scanner.lineNumber() };
}

/** Scans the same text in blocks and slabs of the given sizes, behind a header that ends inside the first slab. */
async function scanInSlabs(
  text: string,
  { countFilters, ...sizes }: { block: number; slab: number; countFilters: boolean },
): Promise<object> {
  const { scanner, contigs } = listen(countFilters);
  const before = "##header\n";
  const scan = makeSlabScan({
    regions: regions.list(),
    filteredWanted: filteredWanted.list(),
    countFilters,
    contigLengths,
  });
  const blocks = makeBlocks(before + text, sizes.block);
  async function* slabs(): AsyncGenerator<PlacedSlab> {
    let skip = before.length;
    for (let at = 0; at < blocks.length; at += sizes.slab) {
      const bytes = new Uint8Array(Buffer.concat(blocks.slice(at, at + sizes.slab)));
      yield {
        scanned: scan({ bytes, offset: 0, skip }).answer.scanned,
        offset: 0,
        end: bytes.length,
      };
      skip = 0;
    }
  }
  const lines: object[] = [];
  for await (const piece of joinSlabs(slabs(), { name: "x", scanner, textStart: before.length })) {
    for (const line of piece) lines.push(show(line));
  }
  return { lines, contigs, counts: scanner.counts(), last: scanner.lineNumber() };
}

/** The lines in slabs of so many blocks up to a fault, and what it says. */
async function scanUntilFault(
  blocks: readonly Buffer[],
  count: number,
): Promise<{ lines: readonly string[]; error: string }> {
  const { scanner } = listen(false);
  const scan = makeSlabScan({
    regions: regions.list(),
    filteredWanted: null,
    countFilters: false,
    contigLengths,
  });
  async function* slabs(): AsyncGenerator<PlacedSlab> {
    for (let at = 0; at < blocks.length; at += count) {
      const bytes = new Uint8Array(Buffer.concat(blocks.slice(at, at + count)));
      const { scanned } = scan({ bytes, offset: 0, skip: 0 }).answer;
      yield { scanned, offset: 0, end: bytes.length };
    }
  }
  const lines: string[] = [];
  try {
    for await (const piece of joinSlabs(slabs(), { name: "x", scanner, textStart: 0 })) {
      for (const { bytes } of piece) lines.push(bytes.toString());
    }
    return { lines, error: "" };
  } catch (error) {
    return { lines, error: String(error) };
  }
}

const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom("chr7", "7", "chrX", "chr1", "strange", ""),
        fc.oneof(
          fc.integer({ min: 90, max: 130 }).map(String),
          fc.integer({ min: 1, max: 520 }).map(String),
          fc.constantFrom("1", "600", "1e3", "", "0", "00300", "4294967296", "99999999999"),
        ),
        fc.constantFrom("A", "ACGTACGTACGT", "A".repeat(90), "<", ""),
        fc.constantFrom("PASS", ".", "q10", "q10;s50", "s50;q10", ";", "PASS;q10"),
        fc.constantFrom("DP=1", "", "\u00e9"),
      )
      .map(([contig, position, ref, filter, info]) =>
        [contig, position, ".", ref, "T,G", "9", filter, info].join("\t"),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "#comment",
      "##late=1",
      "chr7\t101",
      "chr7\t101\t.\tA",
      "chr7\t111\t.\tA\tT\t9",
    ),
  },
);

describe("slabs scanned one by one", () => {
  test("give the lines, contigs and counts of one scan, wherever blocks and slabs are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 60 }),
        fc.boolean(),
        fc.record({
          block: fc.integer({ min: 10, max: 2000 }),
          slab: fc.integer({ min: 1, max: 6 }),
          countFilters: fc.boolean(),
        }),
        async (lines, isTerminated, sizes) => {
          const text = lines.join("\n") + (isTerminated && lines.length > 0 ? "\n" : "");
          expect(await scanInSlabs(text, sizes)).toEqual(scanWhole(text, sizes.countFilters));
        },
      ),
      { numRuns: 800 },
    );
  });

  test.each([
    ["between others", [10, 70_000, 10, 200_000, 10]],
    ["one after the other", [65_534, 65_535, 65_536, 65_537, 131_072]],
    ["first and last", [140_000, 10, 140_000]],
  ])("join lines of several blocks: %s", async (_, sizes) => {
    const records = sizes.map(
      (size, at) => `chr7\t${100 + at}\t.\tA\tT\t9\tPASS\t${"x".repeat(size)}`,
    );
    for (const end of ["", "\n"]) {
      const text = records.join("\n") + end;
      for (const block of [20_000, 65_280, 65_536]) {
        const found = await scanInSlabs(text, { block, slab: 3, countFilters: true });
        expect(found).toEqual(scanWhole(text, true));
      }
    }
  });

  test("pass far lines as exactly as they are read: sorted records, one of them strange", async () => {
    const spoil = (record: string, how: number): string =>
      [
        record,
        record.replace("\t", ""),
        record.replace(/\t\d+/u, "$&x"),
        record.replace(/\t\d+/u, "\t501"),
        record.split("\t").slice(0, 3).join("\t"),
        record.split("\t").slice(0, 4).join("\t"),
        `#${record}`,
        `${record}\r`,
        record.replace("chr7", "chr77"),
        record.replace("\tA\t", `\t${"A".repeat(70)}\t`),
        "",
      ][how] ?? record;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 170 }), { minLength: 3, maxLength: 60 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 10 }),
        fc.integer({ min: 100, max: 3000 }),
        async (positions, at, how, block) => {
          const records = positions
            .toSorted((a, b) => a - b)
            .map((position) => `chr7\t${position}\t.\tA\tT\t9\tq10\tDP=1`);
          const strange = records.map((record, place) =>
            place === at ? spoil(record, how) : record,
          );
          const text = `${strange.join("\n")}\n`;
          const found = await scanInSlabs(text, { block, slab: 3, countFilters: false });
          expect(found).toEqual(scanWhole(text, false));
        },
      ),
      { numRuns: 600 },
    );
  });

  test("say where in the text a NUL byte stands", async () => {
    const text = `${"chr7\t1\t.\tA\tT\t9\tPASS\t.\n".repeat(20)}chr7\t2\0\n`;
    const refusal = await scanInSlabs(text, { block: 50, slab: 2, countFilters: false }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    const at = "##header\n".length + text.indexOf("\0") + 1;
    expect(String(refusal)).toContain(`NUL byte at byte ${at} of its text`);
  });

  test("refuse a line that has no end before it fills the memory", async () => {
    const scan = makeSlabScan({
      regions: [],
      filteredWanted: null,
      countFilters: false,
      contigLengths,
    });
    const record = `chr7\t1\t.\tA\tT\t9\tPASS\t.\n`;
    const bytes = new Uint8Array(
      Buffer.concat(makeBlocks(`${record}${record}${"A".repeat(20 << 20)}`, 65_000)),
    );
    const { scanned } = scan({ bytes, offset: 0, skip: 0 }).answer;
    expect(scanned.textSize).toBeLessThan(9 << 20);
    async function* slabs(): AsyncGenerator<PlacedSlab> {
      yield { scanned, offset: 0, end: bytes.length };
    }
    const joined = joinSlabs(slabs(), {
      name: "x.vcf.gz",
      scanner: listen(false).scanner,
      textStart: 0,
    });
    const read = async (): Promise<void> => {
      for await (const piece of joined) for (const each of piece) void each;
    };
    await expect(read()).rejects.toThrow("holds a line of more than 8 MiB");
  });

  test("refuse a file of blank lines before they fill the memory", async () => {
    const scan = makeSlabScan({
      regions: [],
      filteredWanted: null,
      countFilters: false,
      contigLengths,
    });
    const bytes = new Uint8Array(Buffer.concat(makeBlocks("\n".repeat(4 << 20), 65_000)));
    const { scanned } = scan({ bytes, offset: 0, skip: 0 }).answer;
    expect(scanned.inner?.lines.length).toBeLessThan(200_000);
  });

  test("refuse a file of lines that are too short for a record before they fill the memory", async () => {
    const scan = makeSlabScan({
      regions: regions.list(),
      filteredWanted: null,
      countFilters: false,
      contigLengths,
    });
    const bytes = new Uint8Array(Buffer.concat(makeBlocks("x\n".repeat(2 << 20), 65_000)));
    const { scanned } = scan({ bytes, offset: 0, skip: 0 }).answer;
    expect(scanned.inner?.lines.length).toBeLessThan(40_000);
  });

  test("tell of a damaged block and of a NUL byte behind the whole lines before it, wherever slabs are cut", async () => {
    const record = (at: number): string => `chr7\t${100 + (at % 20)}\t.\tA\tT\t9\tPASS\tN=${at}`;
    const text = `${Array.from({ length: 60 }, (_, at) => record(at)).join("\n")}\n`;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.boolean(),
        fc.integer({ min: 30, max: 400 }),
        fc.integer({ min: 1, max: 8 }),
        async (at, isNul, size, count) => {
          const faulty = isNul ? `${text.slice(0, at)}\0${text.slice(at + 1)}` : text;
          const blocks = makeBlocks(faulty, size);
          const faultAt = isNul ? at : at - (at % size);
          const damaged = isNul ? undefined : blocks[Math.floor(at / size)];
          if (damaged !== undefined) damaged[damaged.length - 6] = (damaged.at(-6) ?? 0) ^ 1;
          const before = text.slice(0, text.lastIndexOf("\n", faultAt - 1) + 1);
          const lines = (faultAt === 0 ? "" : before).split("\n").slice(0, -1);
          const found = await scanUntilFault(blocks, count);
          expect(found.lines).toEqual(lines);
          expect(found.error).toMatch(isNul ? `byte ${at + 1} of its text` : "is damaged");
        },
      ),
      { numRuns: 150 },
    );
  });

  test("say which bytes of the file are damaged", async () => {
    const scan = makeSlabScan({
      regions: [],
      filteredWanted: null,
      countFilters: false,
      contigLengths,
    });
    const bytes = new Uint8Array(Buffer.concat(makeBlocks("chr7\t1\t.\tA\tT\t9\tPASS\t.\n")));
    bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1;
    async function* slabs(): AsyncGenerator<PlacedSlab> {
      yield {
        scanned: scan({ bytes, offset: 40, skip: 0 }).answer.scanned,
        offset: 40,
        end: 40 + bytes.length,
      };
    }
    const { scanner } = listen(false);
    const joined = joinSlabs(slabs(), { name: "x.vcf.gz", scanner, textStart: 0 });
    await expect(joined.next()).rejects.toThrow(`bytes 40 to ${40 + bytes.length} is damaged`);
  });
});

describe("records that failed a filter", () => {
  const record = (position: number, filter: string): string =>
    `chr7\t${position}\t.\tA\tT\t9\t${filter}\t.\n`;

  test("are handed out five of a kind, and then only counted", () => {
    const { scanner } = listen(true);
    const text = record(101, "q10").repeat(9) + record(102, "PASS") + record(103, "s50;q10");
    const lines = [...scanner.scan(Buffer.from(text))];
    expect(lines.map(({ number }) => number - 3)).toEqual([1, 2, 3, 4, 5, 10, 11]);
    expect(lines.map(({ failedFilter }) => failedFilter)).toEqual([
      ...Array.from({ length: 5 }, () => "q10"),
      null,
      "s50;q10",
    ]);
    expect(scanner.counts()).toEqual({
      read: 11,
      outside: 0,
      filtered: new Map([["q10", 4]]),
      byFilter: new Map([
        ["q10", 9],
        ["PASS", 1],
        ["s50;q10", 1],
      ]),
    });
  });

  test("are handed out like any other where that is asked for", () => {
    const { scanner } = listen(false);
    const lines = [...scanner.scan(Buffer.from(record(111, "q10").repeat(9)))];
    expect(lines.map(({ failedFilter }) => failedFilter)).toEqual(
      Array.from({ length: 9 }, () => null),
    );
  });
});
