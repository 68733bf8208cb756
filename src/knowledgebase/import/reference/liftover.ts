/** Exact translation of positions from GRCh37 to GRCh38 and back, by a UCSC chain file. */
import { normalizeContig } from "../../../model/contig-name.ts";
import type { Contig } from "../../../model/locus.ts";

/** Half-open 0-based stretch without gaps that both builds share. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly targetContig: Contig;
  /** 0-based position of `start` in the target; on the reverse strand, of the base that faces `start`. */
  readonly target: number;
  readonly reversed: boolean;
  /** Chains are listed by score; the first is the best. */
  readonly chain: number;
}

/** An interval (1-based, closed) in the other build; `reversed` when the strand differs. */
export interface Lifted {
  readonly contig: Contig;
  readonly start: number;
  readonly end: number;
  readonly reversed: boolean;
}

export interface Liftover {
  /** Null unless the whole interval lies in one block of the best chain there and stays on its chromosome. */
  forward(contig: Contig, start: number, end: number): Lifted | null;
  backward(contig: Contig, start: number, end: number): Lifted | null;
}

/** Reads a chain file whose reference is GRCh37 and whose query is GRCh38 (`hg19_to_hg38.chain`). */
export function readLiftover(chainText: string): Liftover {
  const blocks = readBlocks(chainText);
  const there = groupByContig(blocks.map(({ contig, block }) => ({ contig, block })));
  const back = groupByContig(blocks.map(invert));
  return {
    forward: (contig, start, end) => lift(there, contig, start, end),
    backward: (contig, start, end) => lift(back, contig, start, end),
  };
}

interface PlacedBlock {
  readonly contig: Contig;
  readonly block: Block;
}

function readBlocks(chainText: string): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let chain = 0;
  let current: { contig: Contig; target: Contig; reversed: boolean; targetSize: number } | null =
    null;
  let from = 0;
  let to = 0;
  for (const line of chainText.split("\n")) {
    const fields = line.trim().split(/\s+/);
    if (fields[0] === "chain") {
      const [, , source = "", , , start, , target = "", size, strand, targetStart] = fields;
      const contig = normalizeContig(source);
      const targetContig = normalizeContig(target);
      chain++;
      from = Number(start);
      to = Number(targetStart);
      current =
        contig && targetContig
          ? { contig, target: targetContig, reversed: strand === "-", targetSize: Number(size) }
          : null;
    } else if (current && fields[0]) {
      const [size = 0, gap = 0, targetGap = 0] = fields.map(Number);
      const { contig, target: targetContig, reversed, targetSize } = current;
      const target = reversed ? targetSize - 1 - to : to;
      blocks.push({
        contig,
        block: { start: from, end: from + size, targetContig, target, reversed, chain },
      });
      from += size + gap;
      to += size + targetGap;
    }
  }
  return blocks;
}

function invert({ contig, block }: PlacedBlock): PlacedBlock {
  const size = block.end - block.start;
  const start = block.reversed ? block.target - size + 1 : block.target;
  const target = block.reversed ? block.end - 1 : block.start;
  return {
    contig: block.targetContig,
    block: { ...block, start, end: start + size, targetContig: contig, target },
  };
}

type BlockIndex = ReadonlyMap<Contig, readonly Block[]>;

function groupByContig(placed: readonly PlacedBlock[]): BlockIndex {
  const index = new Map<Contig, Block[]>();
  for (const { contig, block } of placed) {
    const list = index.get(contig);
    if (list) list.push(block);
    else index.set(contig, [block]);
  }
  for (const list of index.values()) list.sort((a, b) => a.start - b.start || a.chain - b.chain);
  return index;
}

function lift(index: BlockIndex, contig: Contig, start: number, end: number): Lifted | null {
  const first = start - 1;
  let best: Block | null = null;
  for (const block of index.get(contig) ?? []) {
    if (block.start > first) break;
    if (block.end > first && (best === null || block.chain < best.chain)) best = block;
  }
  if (best === null || end > best.end || best.targetContig !== contig) return null;
  const offset = first - best.start;
  const length = end - start;
  const at = best.reversed ? best.target - offset - length : best.target + offset;
  return { contig, start: at + 1, end: at + 1 + length, reversed: best.reversed };
}
