import { isLink, isSpecial } from "./layout";

const counts = memory.data(16 * 4, 16);
const places = memory.data(16 * 4, 16);
const sorted = memory.data(288 * 2, 16);

/**
 * Fills a decoding table from code lengths (RFC 1951, 3.2.2): codes of at most `bits` bits are found by one look,
 * longer ones by a second look into a subtable behind the first `1 << bits` entries. False when the lengths are no
 * complete code; with `mayBeShort` one code of one bit or none is enough, as for distances (3.2.7).
 */
export function buildTable(
  table: usize,
  entries: u32,
  bits: u32,
  symbols: usize,
  lengths: usize,
  size: u32,
  mayBeShort: bool,
): bool {
  memory.fill(counts, 0, 64);
  for (let symbol: u32 = 0; symbol < size; symbol++) {
    const at = counts + ((<usize>load<u8>(lengths + symbol)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  let left: i32 = 1;
  let used: u32 = 0;
  for (let length: u32 = 1; length < 16; length++) {
    const count = load<u32>(counts + length * 4);
    store<u32>(places + length * 4, used);
    used += count;
    left = (left << 1) - <i32>count;
    if (left < 0) return false;
  }
  for (let symbol: u32 = 0; symbol < size; symbol++) {
    const length = <usize>load<u8>(lengths + symbol);
    if (length == 0) continue;
    const at = places + (length << 2);
    const place = load<u32>(at);
    store<u32>(at, place + 1);
    store<u16>(sorted + (place << 1), <u16>symbol);
  }
  if (left == 0) return fillTable(table, entries, bits, symbols);
  if (!mayBeShort || used > 1 || (used == 1 && load<u32>(counts, 4) != 1)) return false;
  const entry =
    used == 0 ? isSpecial : load<u32>(symbols + ((<usize>load<u16>(sorted)) << 2)) + 0x101;
  for (let at: u32 = 0; at < 1 << bits; at += 2) {
    store<u32>(table + at * 4, entry);
    store<u32>(table + at * 4, isSpecial, 4);
  }
  return true;
}

/** The code behind this one in canonical order; both are kept with their first bit lowest, as they are read. */
function nextCode(code: u32, length: u32): u32 {
  const bit: u32 = 0x80000000 >> clz(code ^ ((1 << length) - 1));
  return (code & (bit - 1)) | bit;
}

/** Grows the table with the code length: what has one length more begins as a copy of itself behind itself. */
function fillTable(table: usize, entries: u32, bits: u32, symbols: usize): bool {
  let code: u32 = 0;
  let next = sorted;
  for (let length: u32 = 1; length <= bits; length++) {
    const added: u32 = length * 0x101;
    for (let count = load<u32>(counts + length * 4); count > 0; count--) {
      store<u32>(table + code * 4, load<u32>(symbols + ((<usize>load<u16>(next)) << 2)) + added);
      next += 2;
      if (code == ((<u32>1) << length) - 1) {
        for (; length < bits; length++) memory.copy(table + (4 << length), table, 4 << length);
        return true;
      }
      code = nextCode(code, length);
    }
    if (length < bits) memory.copy(table + (4 << length), table, 4 << length);
  }
  let prefix: u32 = 0xffffffff;
  let start: u32 = 0;
  let end: u32 = 1 << bits;
  for (let length: u32 = bits + 1; length < 16; length++) {
    const added: u32 = (length - bits) * 0x101;
    for (let count = load<u32>(counts + length * 4); count > 0; count--) {
      const here = code & ((1 << bits) - 1);
      if (here != prefix) {
        prefix = here;
        start = end;
        const inner = subtableBits(length, count, bits);
        end = start + (1 << inner);
        if (end > entries) return false;
        store<u32>(table + prefix * 4, (start << 16) | isSpecial | isLink | (inner << 8) | bits);
      }
      const entry = load<u32>(symbols + ((<usize>load<u16>(next)) << 2)) + added;
      next += 2;
      for (let at = start + (code >> bits); at < end; at += 1 << (length - bits)) {
        store<u32>(table + at * 4, entry);
      }
      if (code == ((<u32>1) << length) - 1) return true;
      code = nextCode(code, length);
    }
  }
  return false;
}

/** Index bits of the subtable whose shortest code has `length` bits, `count` of which are still to come. */
function subtableBits(length: u32, count: u32, bits: u32): u32 {
  let inner = length - bits;
  let space = count;
  while (space < (<u32>1) << inner && inner + bits < 15) {
    inner++;
    space = (space << 1) + load<u32>(counts + (bits + inner) * 4);
  }
  return inner;
}
