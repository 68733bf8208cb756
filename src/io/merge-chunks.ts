import type { Chunk } from "./tabix-index.ts";

/** One stretch of a BGZF file, whose blocks are read and inflated once. */
export interface Stretch extends Chunk {
  /** Every contig, by where its first chunk begins, for checking that lines begin there. */
  readonly starts: readonly Pick<Chunk, "contig" | "start">[];
}

/** Offset in the file of the block that a virtual offset lies in. */
export function blockOf(offset: number): number {
  return Math.floor(offset / 65536);
}

/** Joins chunks that share or touch a block, in file order. */
export function mergeChunks(chunks: readonly Chunk[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const chunk of chunks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    const { contig, start, end } = chunk;
    if (last === undefined || blockOf(start) > blockOf(last.end)) {
      merged.push({ ...chunk, starts: [{ contig, start }] });
    } else {
      const starts = [...last.starts, { contig, start }];
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, end), starts };
    }
  }
  return merged;
}
