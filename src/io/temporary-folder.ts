import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { keepOnSignal, outputFailed, removeOnSignal } from "./write-output.ts";

/**
 * Does work in a new folder of its own in `place`, which is removed with all in it whatever comes of the work, a signal
 * included. Throws Refusal "output" where no folder can be made.
 */
export async function inTemporaryFolder<T>(
  place: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(place, "metaction-")).catch((error: unknown) => {
    throw outputFailed(place, error);
  });
  removeOnSignal(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    keepOnSignal(folder);
  }
}
