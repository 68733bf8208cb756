import { describe, expect, test } from "vitest";
import { parseTabixIndex } from "../../../../src/io/bgzf/tabix-index.ts";

type Bin = readonly [bin: number, chunks: readonly (readonly [start: number, end: number])[]];

const int32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeInt32LE(number, 4 * index);
  return bytes;
};
const offset = (number: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(number));
  return bytes;
};

/** A .tbi, or with `lowest` of each bin a .csi, of a VCF with the contig 1 (SAM specification, 5.1.1; CSIv1). */
function makeIndex(bins: readonly Bin[], lowest: number | null): Buffer {
  const name = Buffer.from("1\0");
  const columns = int32(2, 1, 2, 0, 0x23, 0, name.length);
  const head =
    lowest === null
      ? [Buffer.from("TBI\u0001"), int32(1), columns, name]
      : [
          Buffer.from("CSI\u0001"),
          int32(14, 5, columns.length + name.length),
          columns,
          name,
          int32(1),
        ];
  const body = bins.flatMap(([bin, chunks]) => [
    int32(bin),
    ...(lowest === null ? [] : [offset(lowest)]),
    int32(chunks.length),
    ...chunks.flat().map(offset),
  ]);
  const windows = lowest === null ? [int32(1), offset(0)] : [];
  return Buffer.concat([...head, int32(bins.length), ...body, ...windows]);
}

const sound: Bin[] = [
  [0, [[100, 200]]],
  [
    4681,
    [
      [200, 300],
      [400, 500],
    ],
  ],
];

describe.each([
  ["a .tbi", null],
  ["a .csi", 0],
])("%s", (_, lowest) => {
  const parse = (bins: readonly Bin[]) => parseTabixIndex(makeIndex(bins, lowest));

  test("leads to the chunks of a bin and of those above it", () => {
    const index = parse(sound);
    expect(index?.contigs).toEqual([{ contig: "1", start: 100, end: 500 }]);
    expect(index?.find("1", 1, 10).map(({ start, end }) => [start, end])).toEqual([
      [100, 200],
      [200, 300],
      [400, 500],
    ]);
    expect(index?.find("1", 20_000, 20_010).map(({ start }) => start)).toEqual([100]);
  });

  test.each<[string, Bin[]]>([
    ["names a bin twice", [...sound, [4681, [[600, 700]]]]],
    ["has a chunk that ends where it starts", [[0, [[100, 100]]]]],
    ["has a chunk that ends before its start", [[0, [[100, 0]]]]],
    [
      "has chunks that are not in order",
      [
        [
          4681,
          [
            [400, 500],
            [200, 300],
          ],
        ],
      ],
    ],
    ["leads beyond every file", [[0, [[100, 2 ** 60]]]]],
  ])("is no sound index where it %s", (_name, bins) => {
    expect(parse(bins)).toBeNull();
  });
});
