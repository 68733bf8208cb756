import { spawnSync, type SpawnSyncOptionsWithStringEncoding } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const repository = join(import.meta.dirname, "../..");

/** The built program, as a user starts it. */
export const bin = join(repository, "bin/metaction.js");
/** A bundled case. */
export function caseFile(name: string): string {
  return join(repository, "fixtures/cases", name, "case.json");
}

export interface Outcome {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program and waits; `node` may be another Node than this one. */
export function runBin(
  args: readonly string[],
  options: Partial<SpawnSyncOptionsWithStringEncoding> & { node?: string } = {},
): Outcome {
  const { node, ...spawn } = options;
  return spawnSync(node ?? process.execPath, [bin, ...args], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    ...spawn,
  });
}

/** Runs a line of shell with `$NODE` and `$BIN` set. */
export function runShell(line: string, options: { cwd?: string } = {}): Outcome {
  return spawnSync("bash", ["-c", line], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, NODE: process.execPath, BIN: bin },
    ...options,
  });
}

/** True when a program of that name is on the PATH. */
export function hasProgram(name: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, name)));
}
