import type { Contig, OneBased } from "../../model/locus.ts";

/** Something that a file shows to have been looked at. */
export type CallableRow =
  | {
      readonly kind: "region";
      /** 1-based; of several lines that were joined, the first. */
      readonly line: number;
      readonly contig: Contig;
      /** First and last base, both 1-based and included. */
      readonly start: OneBased;
      readonly end: OneBased;
    }
  | {
      readonly kind: "assay";
      readonly line: number;
      readonly assay: "copy-number" | "fusions";
      /** The gene whose copies were measured, or the two partners that were looked for. */
      readonly genes: readonly string[];
    }
  | {
      /** A place of which the file contradicts itself, so that what is there is not known. */
      readonly kind: "doubt";
      readonly line: number;
      readonly contig: Contig;
      readonly start: OneBased;
      readonly end: OneBased;
      /** The allele in doubt: `12:25245350 C>T`. */
      readonly allele: string;
      /** As in a sentence: `the genotype lacks an allele that 40 of 100 reads hold`. */
      readonly why: string;
    };

/** Reads at a place from which a call of the reference counts as proof (our choice: below, an allele fraction is uncertain). */
export const provenFromDepth = 20;

export interface CallableRows {
  /** Adds a region; one that touches the last one on the same chromosome is joined to it. */
  addRegion(region: Omit<Extract<CallableRow, { kind: "region" }>, "kind">): void;
  addAssay(assay: Omit<Extract<CallableRow, { kind: "assay" }>, "kind">): void;
  addDoubt(doubt: Omit<Extract<CallableRow, { kind: "doubt" }>, "kind">): void;
  rows(): readonly CallableRow[];
}

/** Gathers rows in memory that grows with the gaps of a file and not with its lines. */
export function makeCallableRows(): CallableRows {
  const rows: CallableRow[] = [];
  let last:
    | {
        -readonly [K in keyof Extract<CallableRow, { kind: "region" }>]: Extract<
          CallableRow,
          { kind: "region" }
        >[K];
      }
    | null = null;
  return {
    addRegion({ line, contig, start, end }) {
      if (last !== null && last.contig === contig && last.start <= start && start <= last.end + 1) {
        last.end = Math.max(last.end, end);
        return;
      }
      last = { kind: "region", line, contig, start, end };
      rows.push(last);
    },
    addAssay: (assay) => void rows.push({ kind: "assay", ...assay }),
    addDoubt: (doubt) => void rows.push({ kind: "doubt", ...doubt }),
    rows: () => rows,
  };
}
