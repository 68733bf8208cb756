import type { RegionInterval } from "../../io/region-table.ts";

/** What the scanner says of one line. Lines that are only counted are not handed out. */
export interface ScannedLine {
  /** 1-based. */
  readonly number: number;
  /** The line without its line feed: a view that is valid until the next block is asked for. */
  readonly bytes: Buffer;
  /** `other`: a blank line or one that starts with `#`. */
  readonly kind: "record" | "other";
  /** False for a record that is looked at only because the text ends in it without a line feed. */
  readonly isWanted: boolean;
  /** False for the last line of a text without a final line feed. */
  readonly isTerminated: boolean;
  /** FILTER of a record that could as well only be counted; null for any other line. */
  readonly failedFilter: string | null;
  /** What the reference bases of a record in the regions span; null where that was not looked at or cannot be read. */
  readonly span: RegionInterval | null;
}

/** Records so far. */
export interface ScanCounts {
  /** All of them. */
  readonly read: number;
  /** Those outside the regions. */
  readonly outside: number;
  /** Those in the regions that were only counted because they failed a filter, by the text of FILTER. */
  readonly filtered: ReadonlyMap<string, number>;
  /** All records by the text of FILTER; empty unless that was asked for. */
  readonly byFilter: ReadonlyMap<string, number>;
}

/** What one scanner found in a run of whole lines, in a form that passes from thread to thread. */
export interface ScannedElsewhere {
  /** All lines, handed out or not. */
  readonly lineCount: number;
  readonly counts: ScanCounts;
  /** First lines of runs on one contig, by the name as in the file; `line` counts from 1 within this run of lines. */
  readonly contigs: readonly { readonly rawContig: string; readonly line: number }[];
  /** The lines handed out, one after the other and without their line feeds. */
  readonly bytes: Uint8Array;
  /** Of each: where it ends in `bytes`, its number within this run of lines (from 1), and what it is. */
  readonly lines: readonly {
    readonly end: number;
    readonly number: number;
    readonly kind: ScannedLine["kind"];
    readonly failedFilter: string | null;
    readonly span: RegionInterval | null;
  }[];
}
