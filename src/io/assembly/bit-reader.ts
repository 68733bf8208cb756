import { input } from "./layout";

/** What the headers of deflate blocks are read with; the decoding loop copies it into local variables. */
export let next: usize = 0;
/** Bits not yet taken, the next one lowest. There may be valid bits above the `have` counted ones. */
export let bits: u64 = 0;
export let have: u32 = 0;

let end: usize = 0;

export function openInput(size: u32): void {
  end = input + size;
  moveTo(input, 0, 0);
}

export function moveTo(newNext: usize, newBits: u64, newHave: u32): void {
  next = newNext;
  bits = newBits;
  have = newHave;
}

/** Makes it 56 bits or more. False once that has read well beyond the end. */
export function refill(): bool {
  bits |= load<u64>(next) << have;
  next += 7 - (have >> 3);
  have |= 56;
  return next <= end + 8;
}

export function take(count: u32): u32 {
  const taken = <u32>bits & ((1 << count) - 1);
  bits >>= count;
  have -= count;
  return taken;
}

/** The address of the next whole byte, where the bits are left behind. */
export function toByte(): usize {
  moveTo(next - (have >> 3), 0, 0);
  return next;
}
