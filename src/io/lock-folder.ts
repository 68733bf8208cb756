import { readFileSync } from "node:fs";
import { link, open, readdir, readFile, rename, unlink } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { refuse } from "../model/refusal.ts";
import { keepOnSignal, removeOnSignal } from "./write-output.ts";

/** The process that writes into a folder. */
export interface FolderOwner {
  readonly host: string;
  readonly pid: number;
  /** True while a process of that number runs on this machine. */
  isAlive(pid: number): boolean;
}

const lockName = ".metaction-lock";

/**
 * Makes this process the one that writes into a folder, until the returned function is called or the process ends by a
 * signal that can be caught. A lock whose process no longer runs on this machine is taken over. Throws Refusal "output" when
 * another run has the folder.
 */
export async function lockFolder(folder: string, owner: FolderOwner): Promise<() => Promise<void>> {
  const path = join(folder, lockName);
  const text = `${JSON.stringify({ host: owner.host, pid: owner.pid, started: startOf(owner.pid) })}\n`;
  if (!(await tryMake(path, text))) {
    const held = await readFile(path, "utf8").catch(() => null);
    // Gone in between: there is nothing to take over, and what stands there by now is another one's.
    const isFree = held === null || (!isHeld(held, owner) && (await takeOver(path, held)));
    if (!isFree || !(await tryMake(path, text))) {
      throw refuse("output", "folder-in-use", `another run writes into ${folder}`, {
        hint: `Wait until it ends. If none runs, remove ${path}.`,
      });
    }
  }
  removeOnSignal(path);
  await removeDrafts(folder);
  return async () => {
    await unlink(path).catch(() => {});
    keepOnSignal(path);
  };
}

async function tryMake(path: string, text: string): Promise<boolean> {
  // Made whole under another name first: a lock is never seen half written.
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  const file = await open(draft, "wx").catch((error: unknown) => {
    throw refuse("output", "output-failed", `${path} cannot be written`, { cause: error });
  });
  try {
    await file.writeFile(text);
    await file.close();
    await link(draft, path);
    return true;
  } catch {
    return false;
  } finally {
    await unlink(draft).catch(() => {});
  }
}

/** What killed runs left; the draft of one that asks just now may go as well, for it will not get the folder. */
async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${lockName}.`)) await unlink(join(folder, name)).catch(() => {});
  }
}

/** Another machine's processes cannot be seen from here, so that its lock counts as held. */
function isHeld(text: string, owner: FolderOwner): boolean {
  const held = parseLock(text);
  if (held === null) return text !== "";
  if (held.host !== owner.host) return true;
  if (!owner.isAlive(held.pid)) return false;
  // The number of an ended process may have gone to another one.
  return held.started === null || held.started === startOf(held.pid);
}

/** Moves an abandoned lock out of the way; false when it was not the one that was looked at. */
async function takeOver(path: string, text: string): Promise<boolean> {
  const aside = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch {
    // Somebody else took it over in between.
    return false;
  }
  const isSame = (await readFile(aside, "utf8").catch(() => "")) === text;
  if (!isSame) await link(aside, path).catch(() => {});
  await unlink(aside).catch(() => {});
  return isSame;
}

function parseLock(text: string): { host: string; pid: number; started: string | null } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { host, pid, started } = value as Record<string, unknown>;
    if (typeof host !== "string" || typeof pid !== "number") return null;
    return { host, pid, started: typeof started === "string" ? started : null };
  } catch {
    return null;
  }
}

/** When a process of this machine started, in the kernel's clock ticks since boot; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold spaces; the 20th field behind it is the start.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
