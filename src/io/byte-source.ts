import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { nearest } from "../model/nearest.ts";
import { refuse, type Refusal } from "../model/refusal.ts";

/** Stored bytes of one input, as they lie on the disk or come through a pipe. */
export interface ByteSource {
  /** Base name of the file; `-` for standard input. Messages and reports carry this, never the path. */
  readonly name: string;
  /** Path as the user gave it; null when the bytes come from a stream. */
  readonly path: string | null;
  /** The bytes in order. A file can be read again; a stream cannot. Throws Refusal "input" when it cannot be opened or read. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes per read of a file: large enough that the system calls cost nothing beside inflating. */
const readSize = 256 * 1024;

/** A file, opened when its chunks are asked for. */
export function fileSource(path: string): ByteSource {
  return { name: basename(path), path, chunks: () => readFileChunks(path) };
}

/** Bytes of a stream, such as standard input; text that a stream hands out is taken as UTF-8. */
export function streamSource(name: string, stream: AsyncIterable<Uint8Array | string>): ByteSource {
  return { name, path: null, chunks: () => readStreamChunks(name, stream) };
}

async function* readFileChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    const before = await stat(path);
    // A folder opens without an error and fails only when it is read, with a sentence that names no file.
    if (before.isDirectory()) throw isFolder(path);
    for await (const chunk of createReadStream(path, { highWaterMark: readSize })) yield chunk;
    const after = await stat(path);
    if (!before.isFile()) return;
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw hasChanged(path);
  } catch (error) {
    throw await explainReadError(error, path);
  }
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
