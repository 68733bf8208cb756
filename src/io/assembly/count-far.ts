import { firstColumn, largestName, lineFeeds, output } from "./layout";

const tab: u8 = 0x09;
const zero: u8 = 0x30;
/** A number of so many digits does not overflow. */
const mostDigits: usize = 10;

/** Where the name is put that the lines have to begin with. */
export function firstColumnAddress(): usize {
  return firstColumn;
}

/**
 * Counts whole lines in a row, from the one at `start` of the text on, which is negative for one that begins before the text, whose end
 * is the line feed number `feed` of `feedCount`: those
 * that begin with the name of `nameSize` bytes and a tab, go on with a decimal number of at least `lowest` and a tab, and have a
 * third and a fourth column with a tab behind each, where the number and the length of the fourth reach no further than
 * `highest`. The first line that is otherwise, or for which this is not plain, ends the row.
 */
export function countFar(
  feed: u32,
  feedCount: u32,
  start: i32,
  nameSize: u32,
  lowest: u32,
  highest: u32,
): u32 {
  if (nameSize == 0 || nameSize > largestName) return 0;
  let count: u32 = 0;
  let at: usize = output + <usize>start;
  while (feed + count < feedCount) {
    const end = output + <usize>load<u16>(lineFeeds + ((feed + count) << 1));
    if (at + nameSize >= end || !isNameAt(at, nameSize)) break;
    const numberStart = at + nameSize + 1;
    let next = numberStart;
    let number: u64 = 0;
    while (next < end) {
      const digit = load<u8>(next) - zero;
      if (digit > 9) break;
      number = number * 10 + <u64>digit;
      next++;
    }
    const digits = next - numberStart;
    if (digits == 0 || digits > mostDigits || next == end || load<u8>(next) != tab) break;
    if (number < <u64>lowest || number > <u64>highest) break;
    const third = findTab(next + 1, end);
    if (third == end) break;
    const fourth = findTab(third + 1, end);
    if (fourth == end) break;
    if (number + <u64>(fourth - third) - 2 > <u64>highest) break;
    count++;
    at = end + 1;
  }
  return count;
}

function isNameAt(at: usize, nameSize: usize): bool {
  for (let index: usize = 0; index < nameSize; index++) {
    if (load<u8>(at + index) != load<u8>(firstColumn + index)) return false;
  }
  return load<u8>(at + nameSize) == tab;
}

function findTab(from: usize, end: usize): usize {
  let at = from;
  while (at < end && load<u8>(at) != tab) at++;
  return at;
}
