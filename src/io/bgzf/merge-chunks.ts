import type { Chunk } from "./tabix-index.ts";

/** Offset in the file of the block that a virtual offset lies in. */
export function blockOf(offset: number): number {
  return Math.floor(offset / 65536);
}

/**
 * Joins chunks that share or touch a block, in file order, to stretches whose blocks are read and inflated once. The contig of
 * each is that of its first line.
 */
export function mergeChunks(chunks: readonly Chunk[]): Chunk[] {
  const merged: Chunk[] = [];
  let last: { contig: string; start: number; end: number } | null = null;
  for (const { contig, start, end } of chunks.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (last !== null && blockOf(start) <= blockOf(last.end)) {
      last.end = Math.max(last.end, end);
    } else {
      last = { contig, start, end };
      merged.push(last);
    }
  }
  return merged;
}
