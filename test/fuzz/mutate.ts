import { gzipSync } from "node:zlib";
import { makeBgzf } from "../unit/io/make-bytes.ts";

/** Numbers from 0 up to, not including, `limit`; the same for the same seed on every machine. */
export type Random = (limit: number) => number;

/** Mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** What has broken readers of these formats. */
const tokens = [
  ..."\t\n\r:;,=|/<>[]\"'%.*-+#0\\ {}".split(""),
  "##",
  "\n\n",
  "\r\n",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "##__proto__=<ID=x,Number=1>\n",
  '##INFO=<ID=__proto__,Number=1,Type=String,Description="x">\n',
  "##fileformat=VCFv4.3\n",
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n",
  "9".repeat(400),
  "-2147483649",
  "1e999",
  "0x10",
  "NaN",
  "Inf",
  "G]17:198982]",
  "[".repeat(3_000),
  "<".repeat(3_000),
  "A,".repeat(500),
  "0/1|".repeat(500),
  "<NON_REF>",
  "<*>",
  "%3B%0A",
  "\u{feff}",
  "\u{2028}",
  "\u{202e}",
  "\u001b[2J",
  '=HYPERLINK("x")',
  "<script>",
  "\0",
].map((token) => Buffer.from(token));

type Mutation = (bytes: Buffer, random: Random) => Buffer;

/** `bytes` with `length` of them from `start` on replaced. */
function splice(bytes: Buffer, start: number, length: number, replacement: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, start), replacement, bytes.subarray(start + length)]);
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

const nothing = Buffer.alloc(0);

/** Swaps two lines, or two fields of the whole text, so that columns move. */
function swapParts(separator: string): Mutation {
  return (bytes, random) => {
    const parts = bytes.toString("latin1").split(separator);
    const first = random(parts.length);
    const second = random(parts.length);
    const swapped = parts.map((part, index) =>
      index === first ? parts[second] : index === second ? parts[first] : part,
    );
    return Buffer.from(swapped.join(separator), "latin1");
  };
}

const mutations: readonly Mutation[] = [
  (bytes, random) => splice(bytes, random(bytes.length), 1, Buffer.from([random(256)])),
  (bytes, random) => splice(bytes, random(bytes.length), 0, pick(tokens, random)),
  (bytes, random) => splice(bytes, random(bytes.length), 1 + random(8), pick(tokens, random)),
  (bytes, random) => splice(bytes, random(bytes.length), 1 + random(60), nothing),
  (bytes, random) => {
    const start = random(bytes.length);
    const copied = bytes.subarray(start, start + 1 + random(200));
    return splice(bytes, random(bytes.length), 0, copied);
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  swapParts("\n"),
  swapParts("\t"),
  swapParts(";"),
];

/**
 * One to four faults in a file, and now and then the file compressed, with a fault in what is stored. Never empty of
 * meaning by design: most mutants are still files of the format.
 */
export function mutate(seed: Buffer, random: Random): Buffer {
  let bytes = seed;
  for (let count = 1 + random(4); count > 0; count--)
    bytes = pick(mutations, random)(bytes, random);
  const kind = random(20);
  if (kind === 0) return gzipSync(bytes);
  if (kind > 2) return bytes;
  const stored = makeBgzf(bytes.toString("latin1"), 200 + random(2_000));
  return kind === 1 ? stored : pick(mutations, random)(stored, random);
}
