import { stat } from "node:fs/promises";
import { resolve } from "node:path";

/** True when two paths name one file, by whatever links and dots. Files that do not exist are compared by their path. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  const [first, second] = await Promise.all([identityOf(a), identityOf(b)]);
  return first !== null && first === second;
}

/** False for what is not there as well. */
export async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function identityOf(path: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
