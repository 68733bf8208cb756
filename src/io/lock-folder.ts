import { constants, linkSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { copyFile, link, readdir, readFile, rename, unlink } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { refuse, type Refusal } from "../model/refusal.ts";
import { errorCode } from "./byte-source.ts";
import { hasNoLinks, keepOnSignal, outputFailed, removeOnSignal } from "./write-output.ts";

/** The process that writes into a folder. */
export interface FolderOwner {
  readonly host: string;
  readonly pid: number;
  /** True while a process of that number runs on this machine. */
  isAlive(pid: number): boolean;
}

const lockName = ".metaction-lock";

/** What a lock says of its owner; null: not known, as in locks of earlier versions. */
interface Lock {
  readonly host: string;
  readonly pid: number;
  /** When the process started, in the kernel's clock ticks since boot. */
  readonly started: string | null;
  /** Where process numbers are counted: containers of one host name count each for itself. */
  readonly space: string | null;
}

/**
 * Makes this process the one that writes into a folder, until the returned function is called or the process ends by a
 * signal that can be caught. A lock whose process no longer runs on this machine is taken over. Throws Refusal "output" when
 * another run has the folder, or nothing can be written there.
 */
export async function lockFolder(folder: string, owner: FolderOwner): Promise<() => Promise<void>> {
  const path = join(folder, lockName);
  const lock: Lock = {
    host: owner.host,
    pid: owner.pid,
    started: startOf(owner.pid),
    space: ownSpace(),
  };
  const text = `${JSON.stringify(lock)}\n`;
  if (!tryMake(path, text)) {
    const held = await readFile(path, "utf8").catch(() => null);
    // Gone in between: there is nothing to take over, and what stands there by now is another one's.
    const isFree = held === null || (!isHeld(held, owner) && (await takeOver(path, held)));
    if (!isFree || !tryMake(path, text)) throw inUse(folder, held);
  }
  await removeDrafts(folder);
  return async () => {
    await unlink(path).catch(() => {});
    keepOnSignal(path);
  };
}

function inUse(folder: string, held: string | null): Refusal {
  const lock = held === null ? null : parseLock(held);
  const who = lock === null ? "another run" : `process ${lock.pid} of ${lock.host}`;
  return refuse("output", "folder-in-use", `${who} writes into ${folder}`, {
    hint: `Wait until it ends. If it does not run any more, remove ${join(folder, lockName)}.`,
  });
}

/**
 * False when there is a lock. All at once, so that no signal comes between: its handler knows the lock as soon as it is there, and
 * no draft is left.
 */
function tryMake(path: string, text: string): boolean {
  // Made whole under another name first: a lock is never seen half written.
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    writeFileSync(draft, text, { flag: "wx" });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!hasNoLinks(error)) throw error;
      writeFileSync(path, text, { flag: "wx" });
    }
    removeOnSignal(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw outputFailed(path, error);
  } finally {
    rmSync(draft, { force: true });
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
  if (held.space !== null && held.space !== ownSpace()) return true;
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
  if (!isSame) {
    await link(aside, path)
      .catch(async () => await copyFile(aside, path, constants.COPYFILE_EXCL))
      .catch(() => {});
  }
  await unlink(aside).catch(() => {});
  return isSame;
}

function parseLock(text: string): Lock | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { host, pid, started, space } = value as Record<string, unknown>;
    if (typeof host !== "string" || typeof pid !== "number") return null;
    const textOf = (field: unknown): string | null => (typeof field === "string" ? field : null);
    return { host, pid, started: textOf(started), space: textOf(space) };
  } catch {
    return null;
  }
}

/** The namespace that the kernel numbers this process in; null where the system does not tell. */
function ownSpace(): string | null {
  try {
    return readlinkSync("/proc/self/ns/pid");
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
