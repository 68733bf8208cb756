import * as reader from "./bit-reader";
import {
  distanceBits,
  distanceTable,
  isEnd,
  isLink,
  isSpecial,
  literalBits,
  literalTable,
  output,
  patterns,
  strides,
} from "./layout";

export const failed: usize = 0;

/**
 * Decodes to the end of the block and returns the new end of the output, or `failed`. One round of the loop takes
 * at most three literals and a match. It takes at least one bit, and ends the loop when more than 8 bytes too
 * many were read or any byte too many was written, so that the room behind input and output bounds every access.
 * State is in local variables and the steps are written out, so that the compiler can keep it in registers.
 */
export function inflateCodes(start: usize, inputEnd: usize, outputEnd: usize): usize {
  const literalMask: u32 = (1 << literalBits) - 1;
  const distanceMask: u32 = (1 << distanceBits) - 1;
  const lastNext = inputEnd + 8;
  let out = start;
  let next = reader.next;
  let bits = reader.bits;
  let have = reader.have;

  bits |= load<u64>(next) << have;
  next += 7 - (have >> 3);
  have |= 56;
  let entry = load<u32>(literalTable + ((<usize>(<u32>bits & literalMask)) << 2));
  while (true) {
    if (next > lastNext || out > outputEnd) return failed;
    // Bit 31 is the sign. Three short literals and what is looked at next take 40 of the 56 bits.
    if (<i32>entry < 0) {
      bits >>= <u64>entry;
      have -= entry & 63;
      store<u8>(out++, entry >> 16);
      entry = load<u32>(literalTable + ((<usize>(<u32>bits & literalMask)) << 2));
      if (<i32>entry < 0) {
        bits >>= <u64>entry;
        have -= entry & 63;
        store<u8>(out++, entry >> 16);
        entry = load<u32>(literalTable + ((<usize>(<u32>bits & literalMask)) << 2));
        if (<i32>entry < 0) {
          bits >>= <u64>entry;
          have -= entry & 63;
          store<u8>(out++, entry >> 16);
          entry = load<u32>(literalTable + ((<usize>(<u32>bits & literalMask)) << 2));
          bits |= load<u64>(next) << have;
          next += 7 - (have >> 3);
          have |= 56;
          continue;
        }
      }
    }
    if (entry & isSpecial) {
      if (entry & isLink) {
        bits >>= <u64>entry;
        have -= entry & 63;
        const rest = <u32>bits & ((1 << ((entry >> 8) & 15)) - 1);
        entry = load<u32>(literalTable + ((<usize>((entry >> 16) + rest)) << 2));
        if (<i32>entry < 0) {
          bits >>= <u64>entry;
          have -= entry & 63;
          store<u8>(out++, entry >> 16);
          bits |= load<u64>(next) << have;
          next += 7 - (have >> 3);
          have |= 56;
          entry = load<u32>(literalTable + ((<usize>(<u32>bits & literalMask)) << 2));
          continue;
        }
      }
      if (entry & isSpecial) {
        if (!(entry & isEnd)) return failed;
        reader.moveTo(next, bits >> <u64>(entry & 63), have - (entry & 63));
        return out;
      }
    }
    let saved = <u32>bits;
    bits >>= <u64>entry;
    have -= entry & 63;
    const length =
      ((entry >> 16) & 0x1ff) + ((saved & ((1 << (entry & 63)) - 1)) >> ((entry >> 8) & 15));
    // Two literals and a length leave 16 bits or more: enough for this look, and in 99 of 100 for the distance.
    let far = load<u32>(distanceTable + ((<usize>(<u32>bits & distanceMask)) << 2));
    if (have < 28 + literalBits) {
      bits |= load<u64>(next) << have;
      next += 7 - (have >> 3);
      have |= 56;
    }
    if (far & isSpecial) {
      if (!(far & isLink)) return failed;
      bits >>= <u64>far;
      have -= far & 63;
      const rest = <u32>bits & ((1 << ((far >> 8) & 15)) - 1);
      far = load<u32>(distanceTable + ((<usize>((far >> 16) + rest)) << 2));
      if (far & isSpecial) return failed;
    }
    saved = <u32>bits;
    bits >>= <u64>far;
    have -= far & 63;
    const distance = (far >> 16) + ((saved & ((1 << (far & 63)) - 1)) >> ((far >> 8) & 15));
    // Decoding goes on from here while the copy is still under way.
    entry = load<u32>(literalTable + ((<usize>(<u32>bits & literalMask)) << 2));
    bits |= load<u64>(next) << have;
    next += 7 - (have >> 3);
    have |= 56;
    if (distance > <u32>(out - output)) return failed;
    let from = out - distance;
    let to = out;
    out += length;
    if (distance >= 16) {
      // 94 % of the matches of our VCFs end within 48 bytes: a branch before that is often guessed wrong.
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      v128.store(to, v128.load(from, 32), 32);
      while (to + 48 < out) {
        v128.store(to, v128.load(from, 48), 48);
        v128.store(to, v128.load(from, 64), 64);
        to += 32;
        from += 32;
      }
    } else {
      const pattern = i8x16.swizzle(v128.load(from), v128.load(patterns + (distance << 4)));
      const stride = <usize>load<u8>(strides + distance);
      do {
        v128.store(to, pattern);
        to += stride;
      } while (to < out);
    }
  }
}
