/** Reads `.tbi` and `.csi` indexes: where in a BGZF file the lines of a region lie (SAM specification, 5; CSIv1; tabix). */

/** A place in the text of a BGZF file: the offset of its block in the file times 65,536, plus the offset in the block. */
export type VirtualOffset = number;

/** Lines of one contig from `start` up to, not including, `end`. */
export interface Chunk {
  readonly contig: string;
  readonly start: VirtualOffset;
  readonly end: VirtualOffset;
}

export interface TabixIndex {
  /** All lines of each contig, by its name in the file, in the order of the index. */
  readonly contigs: readonly Chunk[];
  /**
   * Chunks that hold every line which overlaps a place, 1-based with both ends included; they hold others as well. Throws RangeError
   * where the index leads beyond every file.
   */
  find(contig: string, start: number, end: number): Chunk[];
}

/** How the bins of an index are laid out; `.tbi` has them fixed. */
interface Layout {
  readonly minShift: number;
  readonly depth: number;
  /** True where each bin states its lowest offset; else a table by windows of 16 kb does. */
  readonly hasOffsets: boolean;
}

/** Where the parts of one contig stand in the bytes of the index. */
interface ContigParts {
  /** Where the chunks of a bin are listed; 0 or undefined when the contig has no such bin. */
  readonly bins: Int32Array | ReadonlyMap<number, number>;
  readonly windows: { readonly at: number; readonly count: number };
}

/** Bins of a contig up to which they are a table; a .tbi has 37,450. */
const largestTable = 1 << 18;

/** Files beyond this offset are not indexed by numbers that a double holds. */
const highestOffset = Number.MAX_SAFE_INTEGER;

/** Null for bytes that are no whole, sound index of either kind. Takes them inflated. */
export function parseTabixIndex(bytes: Buffer): TabixIndex | null {
  try {
    // A million numbers are read once, by code that was not optimized yet: those of a Buffer take twice the time there.
    return readIndex(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    // A read beyond the end: the index is cut, or its counts are wrong.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readIndex(bytes: Buffer, numbers: DataView): TabixIndex | null {
  const magic = bytes.toString("latin1", 0, 4);
  if (magic !== "TBI\u0001" && magic !== "CSI\u0001") return null;
  const isTbi = magic.startsWith("TBI");
  const layout: Layout = isTbi
    ? { minShift: 14, depth: 5, hasOffsets: false }
    : { minShift: bytes.readInt32LE(4), depth: bytes.readInt32LE(8), hasOffsets: true };
  if (layout.minShift < 1 || layout.minShift > 30 || layout.depth < 1 || layout.depth > 9)
    return null;
  const namesAt = isTbi ? 8 : 16;
  const contigCount = isTbi ? bytes.readInt32LE(4) : bytes.readInt32LE(16 + bytes.readInt32LE(12));
  const contigs = readNames(bytes, namesAt);
  if (contigs === null || contigs.length !== contigCount) return null;
  let at = isTbi ? 36 + bytes.readInt32LE(32) : 20 + bytes.readInt32LE(12);
  const parts = new Map<string, ContigParts>();
  const whole: Chunk[] = [];
  for (const contig of contigs) {
    const read = readContig(numbers, at, layout);
    if (read === null) return null;
    parts.set(contig, read.parts);
    at = read.next;
    if (read.end > 0) whole.push({ contig, start: read.start, end: read.end });
  }
  return {
    contigs: whole,
    find(contig, first, last) {
      const own = parts.get(contig);
      return own === undefined
        ? []
        : findChunks(numbers, { contig, first, last }, { ...own, layout });
    },
  };
}

/** Six numbers that say which columns are read, the length of the names, and the names with a NUL behind each. */
function readNames(bytes: Buffer, at: number): string[] | null {
  const [format, contigColumn, startColumn] = [0, 4, 8].map((shift) =>
    bytes.readInt32LE(at + shift),
  );
  const isVcf = ((format ?? 0) & 0xffff) === 2 && contigColumn === 1 && startColumn === 2;
  const length = bytes.readInt32LE(at + 24);
  const text = bytes.toString("latin1", at + 28, at + 28 + length);
  if (!isVcf || text.length !== length || (length > 0 && !text.endsWith("\0"))) return null;
  return text === "" ? [] : text.slice(0, -1).split("\0");
}

function readContig(
  numbers: DataView,
  from: number,
  { depth, hasOffsets }: Layout,
): { parts: ContigParts; next: number; start: VirtualOffset; end: VirtualOffset } | null {
  const binCount = numbers.getInt32(from, true);
  // A bin without meaning of its own: numbers of records.
  const statistics = ((1 << (3 * (depth + 1))) - 1) / 7 + 1;
  // The bins of a .tbi are few enough for a table, which takes a tenth of the time of a map.
  const table = statistics <= largestTable ? new Int32Array(statistics) : null;
  const others = new Map<number, number>();
  let at = from + 4;
  let start = Infinity;
  let end = 0;
  for (let index = 0; index < binCount; index++) {
    const bin = numbers.getUint32(at, true);
    at += hasOffsets ? 12 : 4;
    const chunkCount = numbers.getInt32(at, true);
    if (chunkCount < 0 || bin > statistics) return null;
    if (bin !== statistics) {
      const isInTable = table !== null && bin < table.length;
      if (isInTable ? table[bin] !== 0 : others.has(bin)) return null;
      if (isInTable) table[bin] = at;
      else others.set(bin, at);
      const span = readSpan(numbers, at, chunkCount);
      if (span === null) return null;
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    }
    at += 4 + 16 * chunkCount;
  }
  const bins = table ?? others;
  if (hasOffsets) return { parts: { bins, windows: { at, count: 0 } }, next: at, start, end };
  const count = numbers.getInt32(at, true);
  const next = at + 4 + 8 * count;
  if (count < 0 || next > numbers.byteLength) return null;
  return { parts: { bins, windows: { at: at + 4, count } }, next, start, end };
}

/** From the first chunk of a bin to the last; null where they are not in ascending order or hold nothing. */
function readSpan(
  numbers: DataView,
  at: number,
  chunkCount: number,
): { readonly start: VirtualOffset; readonly end: VirtualOffset } | null {
  let [start, end] = [Infinity, 0];
  for (let index = 0; index < chunkCount; index++) {
    const chunkStart = readOffset(numbers, at + 4 + 16 * index);
    if (chunkStart < end) return null;
    end = readOffset(numbers, at + 12 + 16 * index);
    if (end <= chunkStart) return null;
    if (index === 0) start = chunkStart;
  }
  return { start, end };
}

function findChunks(
  numbers: DataView,
  { contig, first, last }: { contig: string; first: number; last: number },
  { bins, windows, layout }: ContigParts & { layout: Layout },
): Chunk[] {
  const lowest = findLowest(numbers, first - 1, { bins, windows, layout });
  const own = placeOf(bins, binAt(first - 1, layout.depth, layout));
  if (own !== 0 && numbers.getInt32(own, true) > 0 && readOffset(numbers, own + 4) < lowest) {
    throw new RangeError("lines lie before the first that can overlap their place");
  }
  const chunks: Chunk[] = [];
  for (const bin of listBins(first - 1, last - 1, layout)) {
    const at = placeOf(bins, bin);
    if (at === 0) continue;
    const count = numbers.getInt32(at, true);
    for (let index = 0; index < count; index++) {
      const start = readOffset(numbers, at + 4 + 16 * index);
      const end = readOffset(numbers, at + 12 + 16 * index);
      if (end > lowest && end > start) chunks.push({ contig, start: Math.max(start, 0), end });
    }
  }
  return chunks;
}

/** No line that overlaps a place from `position` on, 0-based, ends before this offset. */
function findLowest(
  numbers: DataView,
  position: number,
  { bins, windows, layout }: ContigParts & { layout: Layout },
): VirtualOffset {
  if (!layout.hasOffsets) {
    if (windows.count === 0) return 0;
    const window = Math.min(position >>> layout.minShift, windows.count - 1);
    return readOffset(numbers, windows.at + 8 * window);
  }
  for (let level = layout.depth; level >= 0; level--) {
    const at = placeOf(bins, binAt(position, level, layout));
    if (at !== 0) return readOffset(numbers, at - 8);
  }
  return 0;
}

function placeOf(bins: ContigParts["bins"], bin: number): number {
  return (bins instanceof Int32Array ? bins[bin] : bins.get(bin)) ?? 0;
}

/** The bin of a level that holds a 0-based position; level 0 is one bin for the whole contig. */
function binAt(position: number, level: number, { minShift, depth }: Layout): number {
  const firstOfLevel = ((1 << (3 * level)) - 1) / 7;
  return firstOfLevel + Math.floor(position / 2 ** (minShift + 3 * (depth - level)));
}

function* listBins(first: number, last: number, layout: Layout): Generator<number> {
  for (let level = 0; level <= layout.depth; level++) {
    const end = binAt(last, level, layout);
    for (let bin = binAt(first, level, layout); bin <= end; bin++) yield bin;
  }
}

/** Throws RangeError for what lies beyond the bytes or beyond every file. */
function readOffset(numbers: DataView, at: number): VirtualOffset {
  const offset = numbers.getUint32(at + 4, true) * 0x1_0000_0000 + numbers.getUint32(at, true);
  if (offset > highestOffset) throw new RangeError("offset beyond every file");
  return offset;
}
