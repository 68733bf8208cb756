import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** Does work in a new folder of its own in `place`, which is removed with all in it whatever comes of the work. Throws the errors of the file system. */
export async function inTemporaryFolder<T>(
  place: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(place, "metaction-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
