/**
 * The first `size` bytes of a sequence, or all of it when it is shorter, and the whole sequence again from its
 * start. The sequence behind it is read once: take `chunks` once.
 */
export async function peekChunks<Chunk extends Uint8Array>(
  source: AsyncIterable<Chunk>,
  size: number,
): Promise<{ head: Buffer; chunks: AsyncIterable<Chunk> }> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Chunk[] = [];
  let seenSize = 0;
  while (seenSize < size) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    seenSize += next.value.byteLength;
  }
  return { head: Buffer.concat(seen).subarray(0, size), chunks: replay(seen, iterator) };
}

async function* replay<Chunk>(
  seen: readonly Chunk[],
  iterator: AsyncIterator<Chunk>,
): AsyncGenerator<Chunk> {
  try {
    yield* seen;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
