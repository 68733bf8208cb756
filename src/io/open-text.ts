import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import type { ByteSource } from "./byte-source.ts";
import { checkInflated, contentHeadSize, detectContent, type Content } from "./detect-content.ts";
import { digestSource } from "./threads/digest-source.ts";
import { inflateBgzf } from "./bgzf/inflate-bgzf.ts";
import { inflateGzip } from "./inflate-gzip.ts";
import { peekChunks } from "./peek-chunks.ts";
import type { Digest } from "./threads/digest.ts";

/** Text of an input that may be compressed, still as bytes. */
export interface OpenedText {
  /** Base name. */
  readonly name: string;
  readonly content: Content;
  /** The first bytes of the text, at most 64 KiB, for telling formats apart. */
  readonly head: Buffer;
  /** Bytes of a byte order mark that were dropped. */
  readonly markSize: number;
  /** The text from its start, without a byte order mark; can be taken once. Throws Refusal "input". */
  chunks(): AsyncIterable<Buffer>;
  /** Closes a text that is not read to its end. */
  close(): Promise<void>;
  /** Of the stored bytes; complete once the chunks are read to the end. */
  digest(): Digest;
}

export interface OpenTextOptions {
  readonly allowTruncated?: boolean;
  readonly report: ReportProblem;
}

const headSize = 64 * 1024;

/**
 * Opens an input by its content: plain, gzip or BGZF. Throws Refusal "input" for an empty file, for what is no text
 * (NUL bytes, UTF-16, BCF, archives), for text whose lines end in a lone CR, and later for damaged data.
 */
export async function openText(source: ByteSource, options: OpenTextOptions): Promise<OpenedText> {
  const stored = digestSource(source);
  const raw = await peekChunks(stored.chunks(), contentHeadSize);
  try {
    return await openPeeked(raw, stored, options);
  } catch (error) {
    await raw.chunks.return?.();
    throw error;
  }
}

/** Opens an input as `openText` does and hands it to what reads it; one of which the reading fails is closed. */
export async function readOpenedText<T>(
  source: ByteSource,
  options: OpenTextOptions,
  read: (text: OpenedText) => Promise<T>,
): Promise<T> {
  const text = await openText(source, options);
  try {
    return await read(text);
  } catch (error) {
    await text.close();
    throw error;
  }
}

async function openPeeked(
  raw: Awaited<ReturnType<typeof peekChunks<Uint8Array>>>,
  stored: ReturnType<typeof digestSource>,
  options: OpenTextOptions,
): Promise<OpenedText> {
  const { name } = stored;
  const content = detectContent(raw.head, name);
  const inflated = inflate(content, raw.chunks, { name, ...options });
  const { head, chunks } = await peekChunks(inflated, headSize);
  if (content !== "plain") checkInflated(head, name);
  const start = startsWithMark(head) ? byteOrderMark.length : 0;
  if (start > 0) options.report(markProblem(name));
  const text = head.subarray(start);
  checkLineEnds(text, name);
  return {
    name,
    content,
    head: text,
    markSize: start,
    chunks: () => checkedChunks(chunks, { name, skip: start }),
    close: async () => {
      await chunks.return?.();
    },
    digest: () => stored.digest(),
  };
}

function inflate(
  content: Content,
  chunks: AsyncIterable<Uint8Array>,
  options: OpenTextOptions & { readonly name: string },
): AsyncIterable<Buffer> {
  switch (content) {
    case "plain":
      return asBuffers(chunks);
    case "gzip":
      return inflateGzip(chunks, options.name);
    case "BGZF":
      return inflateBgzf(chunks, { ...options, allowTruncated: options.allowTruncated ?? false });
  }
}

async function* asBuffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
}

/** Drops the first `skip` bytes and refuses a NUL byte, which no text holds, behind the text before it. */
async function* checkedChunks(
  chunks: AsyncIterable<Buffer>,
  { name, skip }: { name: string; skip: number },
): AsyncGenerator<Buffer> {
  let offset = 0;
  for await (const chunk of chunks) {
    const zero = chunk.indexOf(0);
    const end = zero === -1 ? chunk.length : zero;
    const from = Math.min(end, Math.max(0, skip - offset));
    if (from < end) yield from === 0 && zero === -1 ? chunk : chunk.subarray(from, end);
    if (zero !== -1) throw nulByte(name, offset + zero);
    offset += chunk.length;
  }
}

/** `offset`: of the byte in the text, from 0. */
export function nulByte(name: string, offset: number): Refusal {
  const message = `${name} is no text: it holds a NUL byte at byte ${offset + 1} of its text`;
  return refuse("input", "nul-byte", message, { where: { file: name } });
}

/** Of UTF-8; what `OpenedText` drops. */
export const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function startsWithMark(head: Buffer): boolean {
  return byteOrderMark.every((byte, index) => head[index] === byte);
}

function markProblem(name: string): ReturnType<typeof makeProblem> {
  return makeProblem(
    "byte-order-mark",
    "notice",
    `${name} starts with a byte order mark; it is skipped`,
    {
      where: { file: name, line: 1 },
    },
  );
}

function checkLineEnds(head: Buffer, name: string): void {
  if (head.includes(0x0a) || !head.includes(0x0d)) return;
  throw refuse("input", "cr-line-ends", `the lines of ${name} end in a lone carriage return`, {
    where: { file: name, line: 1 },
    hint: "Convert it first: tr '\\r' '\\n' < FILE > OUT",
  });
}
