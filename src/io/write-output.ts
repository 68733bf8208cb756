import { randomBytes } from "node:crypto";
import { closeSync, constants, openSync, rmSync } from "node:fs";
import {
  access,
  link,
  lstat,
  open,
  readdir,
  rename,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { refuse, type Refusal } from "../model/refusal.ts";
import { errorCode } from "./byte-source.ts";
import { sha256 } from "./sha256.ts";
import { fileDescriptor, writeWhole } from "./write-whole.ts";

export interface WriteOptions {
  /** Refuse when the file exists, instead of replacing it. */
  readonly noClobber: boolean;
  /** Permissions of a new file; default: what the process's mask leaves of 0o666. */
  readonly mode?: number;
}

/** The content of a file: at once, or piece by piece as it is made. */
type OutputData = string | Uint8Array | AsyncIterable<Uint8Array>;

const temporaryFiles = new Set<string>();

/** Lets the handlers of signals remove a file, or a folder with all in it, that stands for a running process. */
export function removeOnSignal(path: string): void {
  temporaryFiles.add(path);
}

/** Takes that back, when it is gone. */
export function keepOnSignal(path: string): void {
  temporaryFiles.delete(path);
}

/** Removes what unfinished writes have left; synchronous, for the handlers of signals. */
export function removeTemporaryFiles(): void {
  for (const path of temporaryFiles) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // What cannot be removed must not keep the process from ending.
    }
  }
  temporaryFiles.clear();
}

/**
 * Finds out before the work whether the output can be written after it. Throws Refusal "usage" when the target
 * is a folder, its folder does not exist, or it exists and may not be replaced; "output" when its folder cannot
 * be written to.
 */
export async function checkOutput(path: string, options: WriteOptions): Promise<void> {
  const target = await statOrNull(path);
  if (target?.isDirectory()) {
    throw refuse("usage", "output-is-folder", `output ${path} is a folder`, {
      hint: `Name a file in it, for example ${join(path, "report.html")}.`,
    });
  }
  if (target !== null && !target.isFile()) return;
  if (target !== null && options.noClobber) throw alreadyExists(path);
  const folder = dirname(path);
  const folderStat = await statOrNull(folder);
  if (!folderStat?.isDirectory()) {
    throw refuse("usage", "output-folder-missing", `there is no folder ${folder} for ${path}`);
  }
  try {
    await access(folder, constants.W_OK);
    if (target === null) await lstat(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw outputFailed(path, error);
  }
}

/**
 * Writes a file whole or not at all: a temporary file beside it, flushed to the disk, takes its place in one
 * step. A symbolic link is replaced, not followed; a pipe or a device is written to directly. Of two runs that
 * write one file at the same time the later removes the temporary file of the earlier, which then fails.
 * Throws Refusal "output", or "usage" when the file exists under `noClobber`.
 */
export async function writeFileAtomic(
  path: string,
  data: OutputData,
  options: WriteOptions,
): Promise<void> {
  try {
    if (await isSpecialFile(path)) return await writeDirectly(path, data);
    await removeLeftovers(path);
    await writeBeside(path, data, options);
  } catch (error) {
    throw errorCode(error) === undefined ? error : outputFailed(path, error);
  }
}

async function writeBeside(path: string, data: OutputData, options: WriteOptions): Promise<void> {
  const temporary = join(
    dirname(path),
    `${temporaryPrefix(path)}${randomBytes(8).toString("hex")}${temporarySuffix}`,
  );
  temporaryFiles.add(temporary);
  try {
    // Made at once: a thread of Node's could make it when a signal's handler has removed what was there.
    closeSync(openSync(temporary, "wx", options.mode));
    const file = await open(temporary, "r+");
    try {
      await writeFile(file, data);
      await file.sync();
    } finally {
      await file.close();
    }
    if (options.noClobber) await moveToFree(temporary, path);
    else await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  } finally {
    temporaryFiles.delete(temporary);
  }
}

/** `link` fails when the name is taken, in the same step as it would take it; `rename` would replace. */
async function moveToFree(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
    await unlink(temporary);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw alreadyExists(path);
    if (!hasNoLinks(error)) throw error;
    await moveToTaken(temporary, path);
  }
}

/** Takes the name by an empty file, which nobody else can do then, and replaces that. */
async function moveToTaken(temporary: string, path: string): Promise<void> {
  try {
    await (await open(path, "wx")).close();
  } catch (error) {
    throw errorCode(error) === "EEXIST" ? alreadyExists(path) : error;
  }
  temporaryFiles.add(path);
  try {
    await rename(temporary, path);
  } catch (error) {
    await unlink(path).catch(() => {});
    throw error;
  } finally {
    temporaryFiles.delete(path);
  }
}

/** True for the error of a second name for a file where the file system has none: FAT, and clouds that are mounted as a folder. */
export function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errorCode(error) ?? "");
}

async function writeDirectly(path: string, data: OutputData): Promise<void> {
  const file = await open(path, "w");
  try {
    await writeFile(file, data);
  } finally {
    await file.close();
  }
}

/** Under /dev even a regular file is a way to another one: /dev/stdout must not be replaced by a report. */
async function isSpecialFile(path: string): Promise<boolean> {
  if (/^\/(?:dev|proc)\//.test(resolve(path))) return true;
  const target = await statOrNull(path);
  return target !== null && !target.isFile() && !target.isDirectory();
}

const temporarySuffix = ".metaction-tmp";

/** Bytes of a name that leave room for what a temporary one adds, where file systems allow 255. */
const longestPrefix = 200;

function temporaryPrefix(path: string): string {
  const name = basename(path);
  return `.${Buffer.byteLength(name) > longestPrefix ? sha256(name) : name}.`;
}

/** A run that was killed could not clean up: the next one to the same file does. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const prefix = temporaryPrefix(path);
  for (const name of await readdir(folder)) {
    const isLeftover = name.startsWith(prefix) && name.endsWith(temporarySuffix);
    if (isLeftover) await unlink(join(folder, name)).catch(() => {});
  }
}

async function statOrNull(path: string): Promise<Awaited<ReturnType<typeof stat>> | null> {
  try {
    return await stat(path);
  } catch {
    return null;
  }
}

function alreadyExists(path: string): Refusal {
  return refuse("usage", "output-exists", `output ${path} exists, and is not to be replaced`);
}

/** Refusal "output" for what the file system said of a file that was to be written. */
export function outputFailed(path: string, cause: unknown): Refusal {
  const message = `output ${path} cannot be written: ${tellReason(cause)}`;
  return refuse("output", "output-failed", message, { cause });
}

const reasons = new Map([
  ["ENOSPC", "no space is left"],
  ["EACCES", "no permission"],
  ["EPERM", "no permission"],
  ["EROFS", "the file system is read-only"],
  ["EFBIG", "the file grows over the size limit"],
  ["EMFILE", "too many files are open"],
  ["EBADF", "it is closed"],
  ["EDQUOT", "the quota of the disk is used up"],
  ["EIO", "the disk reports a fault"],
  ["ENAMETOOLONG", "the name is longer than the file system allows"],
  ["ELOOP", "symbolic links lead in a circle"],
  ["ENOTDIR", "a part of its path is a file"],
  ["EEXIST", "a file of that name is there"],
  ["ENOENT", "its folder is gone"],
  ["EPIPE", "its reader has gone away"],
]);

/** What the file system said, in words where there are some. */
export function tellReason(error: unknown): string {
  return reasonOf(errorCode(error));
}

function reasonOf(code: string | undefined): string {
  return (code === undefined ? undefined : reasons.get(code)) ?? code ?? "unknown error";
}

/**
 * Hands text to a stream and waits until the last byte is taken. A reader that has gone away (`| head`) is
 * "closed" and no error; everything else that keeps the text from arriving is Refusal "output".
 */
export async function writeToStream(
  stream: NodeJS.WritableStream,
  text: string,
): Promise<"written" | "closed"> {
  const error = await failureOf(stream, text);
  if (error === null) return "written";
  const code = errorCode(error) ?? streamErrorCode(error);
  if (code === "EPIPE" || code === "ERR_STREAM_DESTROYED") return "closed";
  throw refuse("output", "output-failed", `the output stream failed: ${reasonOf(code)}`, {
    cause: error,
  });
}

/** What kept the text from arriving; null when it is all there. */
async function failureOf(stream: NodeJS.WritableStream, text: string): Promise<unknown> {
  try {
    const descriptor = fileDescriptor(stream);
    if (descriptor !== null) {
      writeWhole(descriptor, text);
      return null;
    }
  } catch (error) {
    return error;
  }
  guardStream(stream);
  return await new Promise<unknown>((settle) => {
    stream.write(text, (failure) => settle(failure ?? null));
  });
}

function streamErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

const guarded = new WeakSet<NodeJS.WritableStream>();

/** A failed write is told to its callback and again as an event, which would end the process if unheard. */
function guardStream(stream: NodeJS.WritableStream): void {
  if (guarded.has(stream)) return;
  guarded.add(stream);
  stream.on("error", () => {});
}
