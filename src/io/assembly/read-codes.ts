import { bits, have, refill, take } from "./bit-reader";
import { buildTable } from "./build-table";
import * as at from "./layout";

const order = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

let holdsFixed: bool = false;

/** The fixed codes (RFC 1951, 3.2.6), built once for any number of blocks in a row. */
export function useFixedCodes(): bool {
  if (holdsFixed) return true;
  memory.fill(at.codeLengths, 8, 144);
  memory.fill(at.codeLengths + 144, 9, 112);
  memory.fill(at.codeLengths + 256, 7, 24);
  memory.fill(at.codeLengths + 280, 8, 8);
  buildLiterals(288);
  memory.fill(at.codeLengths, 5, 32);
  buildDistances(0, 32);
  holdsFixed = true;
  return true;
}

/** The codes that stand before a block (RFC 1951, 3.2.7). False when they are damaged. */
export function readCodes(): bool {
  holdsFixed = false;
  const literals = take(5) + 257;
  const distances = take(5) + 1;
  if (literals > 286 || distances > 30 || !readLengthCode(take(4) + 4)) return false;
  if (!readLengths(literals + distances) || load<u8>(at.codeLengths, 256) == 0) return false;
  return buildDistances(literals, distances) && buildLiterals(literals);
}

function readLengthCode(size: u32): bool {
  memory.fill(at.codeLengths, 0, 19);
  for (let index: u32 = 0; index < size; index++) {
    if (have < 3 && !refill()) return false;
    store<u8>(at.codeLengths + <usize>load<u8>(order + index), <u8>take(3));
  }
  return buildTable(
    at.lengthTable,
    at.lengthEntries,
    at.lengthBits,
    at.lengthSymbols,
    at.codeLengths,
    19,
    false,
  );
}

function readLengths(total: u32): bool {
  let done: u32 = 0;
  while (done < total) {
    if (have < 14 && !refill()) return false;
    const entry = load<u32>(at.lengthTable + ((<usize>(<u32>bits & 127)) << 2));
    take(entry & 63);
    const symbol = entry >> 16;
    if (symbol == 16 && done == 0) return false;
    let value: u8 = 0;
    let times: u32 = 1;
    if (symbol < 16) value = <u8>symbol;
    else if (symbol == 16) {
      value = load<u8>(at.codeLengths + done - 1);
      times = 3 + take(2);
    } else times = symbol == 17 ? 3 + take(3) : 11 + take(7);
    if (done + times > total) return false;
    const values = i8x16.splat(value);
    for (let more: u32 = 0; more < times; more += 16) {
      v128.store(at.codeLengths + done + more, values);
    }
    done += times;
  }
  return true;
}

function buildLiterals(size: u32): bool {
  return buildTable(
    at.literalTable,
    at.literalEntries,
    at.literalBits,
    at.literalSymbols,
    at.codeLengths,
    size,
    false,
  );
}

function buildDistances(from: u32, size: u32): bool {
  return buildTable(
    at.distanceTable,
    at.distanceEntries,
    at.distanceBits,
    at.distanceSymbols,
    at.codeLengths + from,
    size,
    true,
  );
}
