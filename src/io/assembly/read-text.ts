import { farthestFold, folded, lineFeeds, output } from "./layout";

/**
 * A byte of a message may be added to those 140, 791 and 3006 bytes behind it and then be taken for 0: the CRC-32 stays the same,
 * because its polynomial (RFC 1952, 8) divides x^24048 + x^22928 + x^17720 + 1. Of all such multiples of four terms, with exponents of
 * whole bytes, it is the shortest. Adding 16 bytes at once takes a third of the time of tables of remainders. The idea is that of
 * Chorba (S. Russell, 2024, arXiv:2412.16398).
 */
const nearFold: usize = 140;
const middleFold: usize = 791;
const farFold: usize = farthestFold;

/** Bytes that are passed at once. */
const stride: u32 = 64;
const lineFeed: i8 = 0x0a;

let feedCount: u32 = 0;
let hasNul: bool = false;

/** Where `readText` leaves the folded text. */
export function foldedAddress(): usize {
  return folded;
}

/** Where `readText` leaves the offsets of line feeds. */
export function lineFeedsAddress(): usize {
  return lineFeeds;
}

/** Line feeds in the text that was read. */
export function countLineFeeds(): u32 {
  return feedCount;
}

/** True where the text that was read holds a byte of 0. */
export function holdsNul(): bool {
  return hasNul;
}

/**
 * Reads the first `size` bytes of the text once: notes its line feeds, and folds its first bytes into the others; how many are
 * folded away. The CRC-32 of the text is the remainder of the others, with a register that begins with zeros; of 0 folded bytes it
 * is that of the text as it is. Written out as one loop over local variables, which is twice as fast as functions.
 */
export function readText(size: u32): u32 {
  const count: u32 = size < farthestFold + stride ? 0 : (size - farthestFold) & ~(stride - 1);
  const wanted = i8x16.splat(lineFeed);
  // Behind the text lies what an earlier one left: now bytes that are neither 0 nor line feeds.
  memory.fill(output + size, 0xff, stride);
  let feeds = lineFeeds;
  let smallest = i8x16.splat(-1);
  for (let at: u32 = 0; at < size; at += stride) {
    const from = output + at;
    const first = v128.load(from);
    const second = v128.load(from, 16);
    const third = v128.load(from, 32);
    const fourth = v128.load(from, 48);
    if (at < count) {
      const to = folded + at;
      const near = to - nearFold;
      const middle = to - middleFold;
      const far = to - farFold;
      v128.store(
        to,
        v128.xor(v128.xor(first, v128.load(near)), v128.xor(v128.load(middle), v128.load(far))),
      );
      v128.store(
        to,
        v128.xor(
          v128.xor(second, v128.load(near, 16)),
          v128.xor(v128.load(middle, 16), v128.load(far, 16)),
        ),
        16,
      );
      v128.store(
        to,
        v128.xor(
          v128.xor(third, v128.load(near, 32)),
          v128.xor(v128.load(middle, 32), v128.load(far, 32)),
        ),
        32,
      );
      v128.store(
        to,
        v128.xor(
          v128.xor(fourth, v128.load(near, 48)),
          v128.xor(v128.load(middle, 48), v128.load(far, 48)),
        ),
        48,
      );
    }
    smallest = i8x16.min_u(
      smallest,
      i8x16.min_u(i8x16.min_u(first, second), i8x16.min_u(third, fourth)),
    );
    const a = i8x16.eq(first, wanted);
    const b = i8x16.eq(second, wanted);
    const c = i8x16.eq(third, wanted);
    const d = i8x16.eq(fourth, wanted);
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue;
    const low = <u64>i8x16.bitmask(a) | ((<u64>i8x16.bitmask(b)) << 16);
    const high = <u64>i8x16.bitmask(c) | ((<u64>i8x16.bitmask(d)) << 16);
    for (let found = low | (high << 32); found != 0; found &= found - 1) {
      store<u16>(feeds, <u16>(at + <u32>ctz(found)));
      feeds += 2;
    }
  }
  feedCount = <u32>((feeds - lineFeeds) >> 1);
  hasNul = !i8x16.all_true(smallest);
  if (count == 0) return 0;
  memory.copy(folded + count, output + count, size - count);
  foldBehind(count, nearFold);
  foldBehind(count, middleFold);
  foldBehind(count, farFold);
  return count;
}

/** Adds what lies `distance` bytes before, as far as it is before `count`. */
function foldBehind(count: u32, distance: usize): void {
  const start = folded + count;
  const whole = start + (distance & ~15);
  for (let at = start; at < whole; at += 16) {
    v128.store(at, v128.xor(v128.load(at), v128.load(at - distance)));
  }
  for (let at = whole; at < start + distance; at++) {
    store<u8>(at, load<u8>(at) ^ load<u8>(at - distance));
  }
}
