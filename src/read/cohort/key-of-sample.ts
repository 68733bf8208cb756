import { sha256 } from "../../io/sha256.ts";

/** What names the samples in a built file: whether a case is among them is seen, and who they are is not. */
export function keyOfSample(name: string): string {
  return sha256(name).slice(0, 16);
}
