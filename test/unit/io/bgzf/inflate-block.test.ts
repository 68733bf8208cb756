import { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import { constants, crc32, deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  makeBlockInflater,
  mostKept,
  type StoredBlock,
} from "../../../../src/io/bgzf/inflate-block.ts";
import { inflateModule } from "../../../../src/io/bgzf/inflate-module.ts";
import { endMarker } from "../make-bytes.ts";

// Whatever the module refuses goes to node:zlib: without counting that, a module that refuses all would pass.
vi.mock("node:zlib", { spy: true });

beforeEach(() => {
  vi.mocked(gunzipSync).mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const strategies = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FILTERED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FIXED,
];

/** All of these bytes as one block. */
function whole(stored: Buffer, inflatedSize: number): StoredBlock {
  return { stored, offset: 0, size: stored.length, inflatedSize };
}

/** A BGZF block of deflate data, with the checksum and size of `text`. */
function wrap(data: Uint8Array, text: Uint8Array): Buffer {
  const head = Buffer.from("1f8b08040000000000ff0600424302000000", "hex");
  head.writeUInt16LE((head.length + data.length + 8 - 1) & 0xffff, 16);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(text), 0);
  tail.writeUInt32LE(text.length, 4);
  return Buffer.concat([head, data, tail]);
}

/** Texts of every kind of match and literal: random bytes, few letters, runs, repeats at short and long distances. */
const texts = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.array(fc.constantFrom(9, 10, 48, 49, 65, 67, 71, 84), { maxLength: 600 }),
      fc.tuple(fc.nat(255), fc.nat(20_000)).map(([byte, size]) => Buffer.alloc(size, byte)),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(300))
        .map(([unit, times]) => Buffer.concat(Array.from({ length: times }, () => unit))),
    ),
    { maxLength: 12 },
  )
  .map((parts) => {
    const once = Buffer.concat(parts.map((part) => Buffer.from(part)));
    return Buffer.concat([once, once]).subarray(0, 60_000);
  });

/** Lines like those of a VCF, from a fixed row of numbers. */
function vcfLines(size: number): Buffer {
  let state = 1;
  const draw = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  let text = "";
  while (text.length < size) {
    const counts = `${draw(90)},${draw(30)}:0.${draw(999)}`;
    text += `chr${draw(22)}\t${draw(9e7)}\t.\t${"ACGT"[draw(4)]}\t${"ACGT"[draw(4)]}\t.\tPASS\tDP=${draw(200)}\tGT:AD:AF\t0/1:${counts}\n`;
  }
  return Buffer.from(text.slice(0, size));
}

function placesOf(text: Uint8Array, wanted: number): number[] {
  return [...text].flatMap((byte, place) => (byte === wanted ? [place] : []));
}

/** What node:zlib says of a block: its text, or why not. */
function outcome(inflate: () => Uint8Array): string {
  try {
    return Buffer.from(inflate()).toString("latin1");
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : "?"}`;
  }
}

interface Module {
  readonly memory: { readonly buffer: ArrayBuffer };
  inputAddress(): number;
  outputAddress(): number;
  inflate(size: number, inflatedSize: number): number;
}

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The module alone: no checksum and no node:zlib behind it. */
function startModule(): (data: Uint8Array, inflatedSize: number) => Buffer | null {
  const compiled = new WebAssembly.Module(Buffer.from(inflateModule, "base64"));
  const module = new WebAssembly.Instance(compiled).exports as Module;
  return (data, inflatedSize) => {
    new Uint8Array(module.memory.buffer).set(data, module.inputAddress());
    if (module.inflate(data.length, inflatedSize) === 0) return null;
    return Buffer.from(module.memory.buffer, module.outputAddress(), inflatedSize);
  };
}

describe("makeBlockInflater", () => {
  const inflater = makeBlockInflater();

  test("inflates what any level and strategy of zlib deflates, without the help of node:zlib", () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...strategies),
        fc.integer({ min: 1, max: 9 }),
        (text, level, strategy, memLevel) => {
          const block = wrap(deflateRawSync(text, { level, strategy, memLevel }), text);
          const padded = Buffer.concat([Buffer.from("before"), block, Buffer.from("behind")]);
          const result = inflater.inflate(
            { stored: padded, offset: 6, size: block.length, inflatedSize: text.length },
            0,
          );
          expect(result.equals(text)).toBe(true);
          expect([...inflater.lineFeeds()]).toEqual(placesOf(text, 0x0a));
          const half = text.subarray(0, text.length >> 1);
          expect([...inflater.lineFeeds(half.length)]).toEqual(placesOf(half, 0x0a));
          expect(inflater.holdsNul()).toBe(Buffer.from(text).includes(0));
        },
      ),
      { numRuns: 500 },
    );
    expect(gunzipSync).not.toHaveBeenCalled();
  });

  test.each([0, 1, 6, 9])("inflates a full block of lines deflated at level %i", (level) => {
    const text = vcfLines(level === 0 ? 65_000 : 65_536);
    const block = wrap(deflateRawSync(text, { level }), text);
    expect(inflater.inflate(whole(block, text.length), 0).equals(text)).toBe(true);
    expect(gunzipSync).not.toHaveBeenCalled();
  });

  test("inflates a full block of one byte, and the empty block of the end marker", () => {
    const text = Buffer.alloc(65_536, "N");
    const block = wrap(deflateRawSync(text), text);
    expect(inflater.inflate(whole(block, text.length), 0).equals(text)).toBe(true);
    expect(inflater.inflate(whole(endMarker, 0), 0)).toHaveLength(0);
    expect(gunzipSync).not.toHaveBeenCalled();
  });

  test("finds the checksum of texts of any size, folded and not", () => {
    const all = randomBytes(65_000);
    const sizes = [1, 63, 64, 65, 3005, 3006, 3007, 65_000];
    for (let size = 3060; size < 3330; size++) sizes.push(size);
    for (const size of sizes) {
      const text = all.subarray(0, size);
      const block = wrap(deflateRawSync(text, { level: 0 }), text);
      expect(inflater.inflate(whole(block, size), 0).equals(text)).toBe(true);
    }
    expect(gunzipSync).not.toHaveBeenCalled();
  });

  test("notices one bit that another text of 65,000 bytes has", () => {
    const text = randomBytes(65_000);
    const sound = wrap(deflateRawSync(text, { level: 0 }), text);
    // The header of the BGZF block and that of the one stored block; the text stands behind them as it is.
    const textAt = 18 + 5;
    const places = [0, 1, 3, 139, 140, 141, 790, 791, 3005, 3006, 61_930, 61_994, 64_999];
    for (let place = 17; place < text.length; place += 211) places.push(place);
    for (const place of places) {
      const damaged = Buffer.from(sound);
      damaged[textAt + place] = damaged[textAt + place]! ^ (1 << (place & 7));
      expect(() => inflater.inflate(whole(damaged, text.length), 0), `${place}`).toThrow(
        "incorrect data check",
      );
    }
    expect(gunzipSync).toHaveBeenCalledTimes(places.length);
  });

  test("inflates deflate blocks of several kinds in one BGZF block", () => {
    const text = vcfLines(5000);
    const parts = [
      deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH }),
      deflateRawSync(text, { strategy: constants.Z_FIXED, finishFlush: constants.Z_SYNC_FLUSH }),
      deflateRawSync(text, { level: 0, finishFlush: constants.Z_SYNC_FLUSH }),
      deflateRawSync(text, { strategy: constants.Z_FIXED }),
    ];
    const all = Buffer.concat([text, text, text, text]);
    const block = wrap(Buffer.concat(parts), all);
    expect(inflater.inflate(whole(block, all.length), 0).equals(all)).toBe(true);
    expect(gunzipSync).not.toHaveBeenCalled();
  });

  test("says of a damaged block what node:zlib says", () => {
    const text = vcfLines(3000);
    const sound = wrap(deflateRawSync(text), text);
    const damaged = Buffer.from(sound);
    damaged.writeUInt32LE(1, damaged.length - 8);
    const inflate = () => inflater.inflate(whole(damaged, text.length), 0);
    expect(inflate).toThrow("incorrect data check");
    expect(() => inflater.inflate(whole(sound, text.length + 1), 0)).toThrow(
      "a block of 3001 bytes inflates to 3000",
    );
    expect(() =>
      inflater.inflate({ stored: sound, offset: 0, size: 15, inflatedSize: text.length }, 0),
    ).toThrow("unexpected end of file");
  });

  test("gives the same without WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    const text = vcfLines(3000);
    const block = wrap(deflateRawSync(text), text);
    const { inflate, holdsNul } = makeBlockInflater();
    expect(inflate(whole(block, text.length), 0).equals(text)).toBe(true);
    expect(gunzipSync).toHaveBeenCalledTimes(1);
    expect(holdsNul()).toBe(false);
  });
});

describe.each([
  ["the module", () => {}],
  ["node:zlib alone", () => vi.stubGlobal("WebAssembly", undefined)],
])("what is kept of a text stands before the next, by %s", (_, prepare) => {
  test.each([
    ["a few bytes", [3]],
    ["all of the text", [12]],
    ["more than one text, as a line of several blocks needs it", [12, 24, 36]],
    ["nothing", [0]],
  ])("%s", (_name, keeps) => {
    prepare();
    const inflater = makeBlockInflater();
    const first = Buffer.from("one\ntwo\nthre");
    const next = Buffer.from("e\nfour\n\0five");
    inflater.inflate(whole(wrap(deflateRawSync(first), first), first.length), 0);
    const block = wrap(deflateRawSync(next), next);
    let expected = first.toString("latin1");
    for (const kept of keeps) {
      expected = expected.slice(expected.length - kept) + next.toString("latin1");
      const text = inflater.inflate(whole(block, next.length), kept);
      expect(text.toString("latin1")).toBe(expected);
      // Offsets are of the text itself.
      expect([...inflater.lineFeeds()]).toEqual([1, 6]);
      expect([...inflater.lineFeeds(6)]).toEqual([1]);
      expect(inflater.holdsNul()).toBe(true);
    }
  });

  test("also of a block that the module leaves to node:zlib, and as much as there is room for", () => {
    prepare();
    const inflater = makeBlockInflater();
    const text = Buffer.alloc(mostKept, "N");
    inflater.inflate(whole(wrap(deflateRawSync(text), text), text.length), 0);
    const plain = Buffer.from("plain\0");
    // No BGZF block, which the module expects, and a gzip file of its own.
    const strange = gzipSync(plain);
    const joined = inflater.inflate(whole(strange, plain.length), mostKept);
    expect(joined.equals(Buffer.concat([text, plain]))).toBe(true);
    expect([...inflater.lineFeeds()]).toEqual([]);
    expect(inflater.holdsNul()).toBe(true);
    const last = inflater.inflate(whole(wrap(deflateRawSync(text), text), text.length), 6);
    expect(last.equals(Buffer.concat([plain, text]))).toBe(true);
    expect(inflater.holdsNul()).toBe(false);
  });
});

describe("the module on 20,000 damaged blocks", () => {
  const inflater = makeBlockInflater();
  const inflate = startModule();
  const text = Buffer.concat([vcfLines(900), Buffer.alloc(400, "A"), vcfLines(300)]);
  const originals = [
    ...strategies.map((strategy) => deflateRawSync(text, { strategy })),
    deflateRawSync(text, { level: 0 }),
    deflateRawSync(vcfLines(2500)),
    deflateRawSync(text, { level: 1, memLevel: 1 }),
  ];
  const perOriginal = 20_000 / originals.length;

  test.each(originals.map((data, index) => [index, data] as const))(
    "agrees with node:zlib on mutants of block %i",
    (index, original) => {
      const size = inflateRawSync(original).length;
      let accepted = 0;
      for (let round = 0; round < perOriginal; round++) {
        const data = Buffer.from(original);
        // Half of them flip one bit, early bits first; half replace one byte, at places far apart.
        const place = round >> 1;
        const at = round % 2 === 0 ? (place >> 3) % data.length : (place * 7919) % data.length;
        data[at] = round % 2 === 0 ? data[at]! ^ (1 << (place & 7)) : (place * 31 + index) & 255;

        let truth: Buffer | null = null;
        try {
          // `info` tells what was read: bytes behind the end are no part of a block.
          const { buffer, engine } = inflateRawSync(data, {
            info: true,
            maxOutputLength: 65_536,
          }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
          if (engine.bytesWritten === data.length) truth = buffer;
        } catch {
          truth = null;
        }
        const found = inflate(data, truth?.length ?? size);
        if (truth === null ? found !== null : !found?.equals(truth)) {
          expect.fail(`mutant ${round} of block ${index}: ${data.toString("hex")}`);
        }
        if (truth !== null) accepted++;

        const block = wrap(data, text);
        const ours = outcome(() => inflater.inflate(whole(block, text.length), 0));
        const theirs = outcome(() => gunzipSync(block, { maxOutputLength: text.length + 64 }));
        if (ours !== theirs) expect(ours).toBe(theirs);
      }
      expect(accepted).toBeGreaterThan(0);
      expect(accepted).toBeLessThan(perOriginal);
    },
  );
});
