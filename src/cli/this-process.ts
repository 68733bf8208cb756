import { hostname } from "node:os";
import type { FolderOwner } from "../io/lock-folder.ts";

/** The process that runs, as the owner of a folder's lock. */
export function thisProcess(): FolderOwner {
  return { host: hostname(), pid: process.pid, isAlive: isProcessAlive };
}

/** Signal 0 asks without disturbing; a process of another user is alive as well. */
function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
