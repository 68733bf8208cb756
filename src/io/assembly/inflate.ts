import * as reader from "./bit-reader";
import { inflateCodes, failed } from "./inflate-codes";
export { countFar, firstColumnAddress } from "./count-far";
export { countLineFeeds, foldedAddress, holdsNul, lineFeedsAddress, readText } from "./read-text";
import { input, largest, output, prepare } from "./layout";
import { readCodes, useFixedCodes } from "./read-codes";

prepare();

/** Where `inflate` reads the deflate data. */
export function inputAddress(): usize {
  return input;
}

/** Where `inflate` leaves the text. */
export function outputAddress(): usize {
  return output;
}

/** True when the `size` bytes at `inputAddress` are whole deflate data of exactly `inflatedSize` bytes (RFC 1951). */
export function inflate(size: u32, inflatedSize: u32): bool {
  if (size > largest || inflatedSize > largest) return false;
  const outputEnd = output + inflatedSize;
  let out = output;
  let isLast: bool = false;
  reader.openInput(size);
  while (!isLast) {
    if (!reader.refill()) return false;
    isLast = reader.take(1) == 1;
    const kind = reader.take(2);
    if (kind == 0) {
      out = copyStored(out, input + size, outputEnd);
    } else {
      if (!(kind == 1 ? useFixedCodes() : kind == 2 && readCodes())) return false;
      out = inflateCodes(out, input + size, outputEnd);
    }
    if (out == failed) return false;
  }
  return out == outputEnd && reader.toByte() == input + size;
}

/** A block that is stored as it is (RFC 1951, 3.2.4). */
function copyStored(out: usize, inputEnd: usize, outputEnd: usize): usize {
  const next = reader.toByte();
  if (next + 4 > inputEnd) return failed;
  const size = <usize>load<u16>(next);
  if ((size ^ <usize>load<u16>(next, 2)) != 0xffff) return failed;
  if (next + 4 + size > inputEnd || out + size > outputEnd) return failed;
  memory.copy(out, next + 4, size);
  reader.moveTo(next + 4 + size, 0, 0);
  return out + size;
}
