/** Records that failed the same filters, in the order of FILTER. */
export interface FilterCount {
  readonly failed: readonly string[];
  readonly count: number;
}

export interface FilterCounts {
  /** Records in the regions that were counted and not decoded because they failed a filter. */
  readonly undecoded: readonly FilterCount[];
  /** All records by the text of FILTER, in the order of their first; null unless that was asked for. */
  readonly all: readonly { readonly filter: string; readonly count: number }[] | null;
}
