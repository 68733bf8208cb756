import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nearest } from "../model/nearest.ts";

/** What a path leads to: `missing`, or what kind of thing is there. */
export async function kindOfPath(path: string): Promise<"file" | "folder" | "other" | "missing"> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return "missing";
  if (stats.isFile()) return "file";
  return stats.isDirectory() ? "folder" : "other";
}

/** The path beside a missing one whose name is nearest to it; null when none is near. */
export async function findNearFile(path: string): Promise<string | null> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const [close] = nearest(basename(path), names, 1);
  return close === undefined ? null : join(folder, close);
}

/** Names of the folders in a folder that hold a file of this name, and of those that do not, in the order of their names. */
export async function listFoldersBy(
  folder: string,
  file: string,
): Promise<{ readonly holding: readonly string[]; readonly lacking: readonly string[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  const holding: string[] = [];
  const lacking: string[] = [];
  for (const name of entries.map((entry) => entry.name).toSorted()) {
    if ((await kindOfPath(join(folder, name))) !== "folder") continue;
    const isHeld = (await kindOfPath(join(folder, name, file))) === "file";
    (isHeld ? holding : lacking).push(name);
  }
  return { holding, lacking };
}
