import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compareText } from "../model/order.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import {
  explainReadError,
  fileSource,
  isPipe,
  streamSource,
  type ByteSource,
} from "./byte-source.ts";

/** All bytes of a file. Throws Refusal "input". */
export async function readBytes(path: string): Promise<Buffer> {
  return await readSource(fileSource(path));
}

/** All bytes of a file that may be a pipe or a device by mistake: to open that would wait for somebody to write, for ever. Throws Refusal "input". */
export async function readRegularFile(path: string): Promise<Buffer> {
  if (await isPipe(path)) throw refusePipe(path);
  return await readBytes(path);
}

function refusePipe(path: string): Refusal {
  const name = basename(path);
  return refuse("input", "file-is-pipe", `${name} is a pipe or a device, not a file`, {
    where: { file: name },
    hint: `Take it out of ${basename(dirname(path))}, or write its content to a file.`,
  });
}

/** All bytes of a source. Throws Refusal "input". */
export async function readSource(source: ByteSource): Promise<Buffer> {
  const file = await source.open?.();
  if (file === undefined) return await joinChunks(source);
  try {
    if (file.size === 0) return await joinChunks(source);
    const bytes = Buffer.allocUnsafeSlow(file.size);
    let filled = 0;
    for (let read = 1; read > 0 && filled < bytes.length; filled += read) {
      read = await file.read(bytes, filled);
    }
    await file.checkUnchanged();
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** A whole text file in UTF-8; a byte order mark is dropped. Throws Refusal "input" on any byte that is not UTF-8. */
export async function readText(path: string): Promise<string> {
  return decodeText(await readBytes(path), basename(path));
}

/** A whole stream as text, under the same rules as `readText`. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
): Promise<string> {
  return decodeText(await joinChunks(streamSource(name, stream)), name);
}

/**
 * Names, not paths, of the files of one folder that end in `suffix`, in code point order. Throws Refusal "input" where one of them is a pipe or a
 * device, see `readRegularFile`. Without a suffix names alone are asked for, whatever they are of.
 */
export async function listFiles(folder: string, suffix: string): Promise<string[]> {
  const entries = await listEntries(
    folder,
    (entry) => !entry.isDirectory() && entry.name.endsWith(suffix),
  );
  for (const entry of entries) {
    if (suffix !== "" && !entry.isFile() && (await isPipe(join(folder, entry.name)))) {
      throw refusePipe(join(folder, entry.name));
    }
  }
  return entries.map(({ name }) => name);
}

/** Names, not paths, of the folders in one folder, in code point order. */
export async function listFolders(folder: string): Promise<string[]> {
  const entries = await listEntries(folder, (entry) => entry.isDirectory());
  return entries.map(({ name }) => name);
}

async function listEntries(folder: string, isMeant: (entry: Dirent) => boolean): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(isMeant).sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    throw await explainReadError(error, folder);
  }
}

async function joinChunks(source: ByteSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The text of a file's bytes, under the same rules as `readText`. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw refuse("input", "not-utf8", `${name} is not UTF-8 text`, {
      where: { file: name },
      hint: "Convert it, for example with: iconv -f LATIN1 -t UTF-8",
      cause: error,
    });
  }
}
