import { readSync } from "node:fs";
import { open as openFile, readdir, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { nearest } from "../model/nearest.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import { isOpenFileLimit, openFileLimitHint } from "./open-file-limit.ts";

/** Stored bytes of one input, as they lie on the disk or come through a pipe. */
export interface ByteSource {
  /** Base name of the file; `-` for standard input. Messages and reports carry this, never the path. */
  readonly name: string;
  /** Path as the user gave it; null when the bytes come from a stream. */
  readonly path: string | null;
  /** The bytes in order. A file can be read again; a stream cannot. Throws Refusal "input" when it cannot be opened or read. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Opens a file for a reader that has memory of its own; null for a stream. */
  readonly open: (() => Promise<OpenedFile>) | null;
}

/** A file that must stay as it is from its first reading to the end of its last. Each function throws Refusal "input". */
export interface OpenedFile {
  /** Bytes; 0 for what is no regular file. */
  readonly size: number;
  /** Fills `into` from `offset` on with what follows the last bytes read; the number of bytes, 0 at the end of the file. */
  read(into: Uint8Array, offset: number): Promise<number>;
  /** The same at once: for a regular file, by a reader that has nothing else to do. Throws the errors of the file system. */
  readNow(into: Uint8Array, offset: number): number;
  /** To be called at the end of a reading that counts: the file is what it was. */
  checkUnchanged(): Promise<void>;
  /** Throws where the file that another reader read is not this one as it was opened. */
  checkSame(read: FileState): void;
  close(): Promise<void>;
}

/** What tells one state of a file from another. */
export interface FileState {
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
}

/** Bytes per read of a file: large enough that the system calls cost nothing beside inflating. */
const readSize = 256 * 1024;

/** A file, opened when its bytes are asked for. */
export function fileSource(path: string): ByteSource {
  const open = makeOpen(path);
  return { name: basename(path), path, open, chunks: () => readFileChunks(open) };
}

/**
 * The variants of a path: a file, or the bytes of a pipe or device, which pass once and are opened when they are asked for.
 * What is not there is refused when it is read.
 */
export async function pathSource(path: string): Promise<ByteSource> {
  if (!(await isPipe(path))) return fileSource(path);
  const open = makeOpen(path);
  return { name: basename(path), path: null, open: null, chunks: () => readFileChunks(open) };
}

/** True for what is there and is neither a file nor a folder: it cannot be read twice. */
export async function isPipe(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats !== null && !stats.isFile() && !stats.isDirectory();
}

/** Bytes of a stream, such as standard input; text that a stream hands out is taken as UTF-8. */
export function streamSource(name: string, stream: AsyncIterable<Uint8Array | string>): ByteSource {
  return { name, path: null, open: null, chunks: () => readStreamChunks(name, stream) };
}

async function* readFileChunks(open: () => Promise<OpenedFile>): AsyncGenerator<Uint8Array> {
  const file = await open();
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(readSize);
      const size = await file.read(chunk, 0);
      if (size === 0) break;
      yield chunk.subarray(0, size);
    }
    await file.checkUnchanged();
  } finally {
    await file.close();
  }
}

/** Opens a file any number of times and remembers what it was at the first. */
function makeOpen(path: string): () => Promise<OpenedFile> {
  let first: FileState | null = null;
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw await explainReadError(error, path);
    }
  };
  return async () =>
    await explained(async () => {
      const handle = await openFile(path);
      try {
        const stats = await handle.stat();
        // A folder opens without an error and fails only when it is read, with a sentence that names no file.
        if (stats.isDirectory()) throw isFolder(path);
        first ??= stats;
        const check = (now: FileState): void => {
          if (!stats.isFile() || first === null) return;
          if (now.size !== first.size || now.mtimeMs !== first.mtimeMs) throw hasChanged(path);
        };
        check(stats);
        let passed = 0;
        const count = (size: number): number => {
          passed += size;
          // A file that grows as fast as it is read has no end.
          if (stats.isFile() && passed > stats.size) throw hasChanged(path);
          return size;
        };
        return {
          size: stats.isFile() ? stats.size : 0,
          read: async (into, offset) =>
            await explained(async () =>
              count((await handle.read(into, offset, into.length - offset)).bytesRead),
            ),
          readNow: (into, offset) =>
            count(readSync(handle.fd, into, offset, into.length - offset, null)),
          // By name: the file may have been replaced by another.
          checkUnchanged: async () => await explained(async () => check(await stat(path))),
          checkSame: check,
          close: async () => await handle.close(),
        };
      } catch (error) {
        await handle.close();
        throw error;
      }
    });
}

function hasChanged(path: string): Refusal {
  return refuse("input", "file-changed", `${path} was changed while it was being read`, {
    where: { file: basename(path) },
    hint: "Wait until the file is complete, then run again.",
  });
}

async function* readStreamChunks(
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  } catch (error) {
    throw await explainReadError(error, name);
  }
}

/** Turns an error of the file system into a refusal that names the file; any other error comes back as it was. */
export async function explainReadError(error: unknown, path: string): Promise<unknown> {
  const code = errorCode(error);
  const where = { file: basename(path) };
  if (path === "" && code !== undefined) {
    return refuse("input", "file-missing", "the name of a file is empty", {
      cause: error,
      hint: "Name the file; in a script, make sure that the variable with its name is set.",
    });
  }
  switch (code) {
    case undefined:
      return error;
    case "ENOENT":
    case "ENOTDIR":
      return refuse("input", "file-missing", `there is no file ${path}`, {
        where,
        cause: error,
        ...(await nearestFile(path)),
      });
    case "EISDIR":
      return isFolder(path);
    case "EACCES":
    case "EPERM":
      return refuse("input", "file-unreadable", `no permission to read ${path}`, {
        where,
        cause: error,
      });
    default:
      return refuse("input", "file-unreadable", `${path} cannot be read (${code})`, {
        where,
        cause: error,
        ...(isOpenFileLimit(code) ? { hint: openFileLimitHint } : {}),
      });
  }
}

function isFolder(path: string): Refusal {
  return refuse("input", "file-is-folder", `${path} is a folder, not a file`, {
    where: { file: basename(path) },
  });
}

/** The system's own code of an error (`ENOENT`); undefined when the error is not one of the system. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

async function nearestFile(path: string): Promise<{ hint?: string }> {
  const names = await readdir(dirname(path)).catch(() => []);
  const close = nearest(basename(path), names, 1)[0];
  return close === undefined ? {} : { hint: `Did you mean ${close}?` };
}
