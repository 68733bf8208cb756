import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { refuse, type Refusal } from "../model/refusal.ts";

/**
 * Deflate cannot expand more than 1,032-fold; text of records stays below 100-fold. What expands more, and
 * is large, is made to fill the memory.
 */
const highestRatio = 400;
const ratioFrom = 64 << 20;

/**
 * Inflates plain gzip, of one or more members. Throws Refusal "input" when it is cut or damaged, when other bytes
 * follow it, or when it expands as no table does.
 */
export async function* inflateGzip(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Buffer> {
  let stored = 0;
  let inflated = 0;
  let failure: unknown;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      stored += chunk.byteLength;
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const input = Readable.from(counted(), { objectMode: false });
  // `pipe` does not carry errors over; a refusal of the source must come out as it is.
  input.on("error", (error) => {
    failure = error;
    gunzip.destroy(error);
  });
  try {
    for await (const chunk of input.pipe(gunzip)) {
      const text: Buffer = chunk;
      inflated += text.length;
      if (inflated > ratioFrom && inflated > stored * highestRatio) throw expandsTooMuch(name);
      yield text;
    }
  } catch (error) {
    throw failure ?? explain(error, name);
  } finally {
    input.destroy();
    gunzip.destroy();
  }
  if (gunzip.bytesWritten < stored) throw trailingBytes(name, gunzip.bytesWritten);
}

function explain(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "Z_BUF_ERROR") {
    return refuse("input", "gzip-cut", `${name} is truncated: the gzip data has no end`, {
      where: { file: name },
      hint: "Copy the file again from its source.",
      cause: error,
    });
  }
  if (typeof error.code === "string" && error.code.startsWith("Z_")) {
    return refuse("input", "gzip-corrupt", `${name} is corrupt: its gzip data cannot be inflated`, {
      where: { file: name },
      hint: "Copy the file again from its source and compare checksums.",
      cause: error,
    });
  }
  return error;
}

function trailingBytes(name: string, offset: number): Refusal {
  return refuse(
    "input",
    "gzip-corrupt",
    `${name} holds other bytes after its gzip data, from byte ${offset}`,
    {
      where: { file: name },
      hint: "Copy the file again from its source and compare checksums.",
    },
  );
}

function expandsTooMuch(name: string): Refusal {
  return refuse(
    "input",
    "gzip-bomb",
    `${name} expands more than ${highestRatio}-fold, as no table of records does`,
    { where: { file: name } },
  );
}
