import type { FarPlaces } from "../../io/bgzf/inflate-block.ts";
import { lineFeed } from "./line-bytes.ts";

/** Ascending offsets of line feeds in a text that `block` begins at `start` of. */
export interface LineFeeds {
  readonly offsets: Uint16Array;
  readonly start: number;
  /** Counts lines of the text that lie far from every region; see `BlockInflater`. */
  readonly countFar?: (feed: number, start: number, far: FarPlaces) => number;
}

/** Where the lines of a block end. All is asked with ascending starts of lines. */
export interface LineEnds {
  /** Offset of the first line feed from `start` on, or -1. */
  endOf(start: number): number;
  /** Number of lines in a row from the one at `start` on that lie far; 0 where that is not known at once. */
  countFar(start: number, far: FarPlaces): number;
  /** Where the line begins that follows so many lines, of which there are as many, from the one at `start` on. */
  startAfter(start: number, count: number): number;
}

/** Searches a block. */
export function searchIn(block: Buffer): LineEnds {
  const endOf = (start: number): number => block.indexOf(lineFeed, start);
  return {
    endOf,
    countFar: () => 0,
    startAfter(start, count) {
      let next = start;
      for (let line = 0; line < count; line++) next = endOf(next) + 1;
      return next;
    },
  };
}

/** Looking up takes a fifth of the time of a search, which has its price for each of millions of lines. */
export function lookUpIn({ offsets, start: shift, countFar }: LineFeeds): LineEnds {
  let next = 0;
  const seek = (start: number): void => {
    while (next < offsets.length && (offsets[next] ?? 0) < start + shift) next += 1;
  };
  return {
    endOf(start) {
      seek(start);
      const offset = offsets[next];
      return offset === undefined ? -1 : offset - shift;
    },
    countFar(start, far) {
      if (countFar === undefined) return 0;
      seek(start);
      return countFar(next, start + shift, far);
    },
    startAfter(start, count) {
      seek(start);
      return count === 0 ? start : (offsets[next + count - 1] ?? 0) + 1 - shift;
    },
  };
}
