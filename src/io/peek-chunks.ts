/**
 * The first `size` bytes of a sequence, or all of it when it is shorter, and the whole sequence again from its
 * start. The sequence behind it is read once: take `chunks` once. Its `return` closes the sequence.
 */
export async function peekChunks<Chunk extends Uint8Array>(
  source: AsyncIterable<Chunk>,
  size: number,
): Promise<{ head: Buffer; chunks: AsyncIterable<Chunk> & AsyncIterator<Chunk> }> {
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

/** An iterator of its own, and no generator: one that was never started would not pass `return` on. */
function replay<Chunk>(
  seen: readonly Chunk[],
  iterator: AsyncIterator<Chunk>,
): AsyncIterable<Chunk> & AsyncIterator<Chunk> {
  const waiting = [...seen];
  return {
    async next() {
      const value = waiting.shift();
      return value === undefined ? await iterator.next() : { done: false, value };
    },
    async return() {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
