/** One stain of the metastasis as the pathologist reports it. */
export interface IhcRow {
  /** 1-based. */
  readonly line: number;
  /** As in the file. */
  readonly marker: string;
  /** `0` to `3+`, a number, a range (`<1`, `>=50`, `1-49`), `positive`, `negative`, `lost` or `retained`. */
  readonly score: string;
  /** Null for a grade of 0 to 3+; of a word where the file has one. */
  readonly unit: string | null;
  readonly assay: string | null;
  readonly clone: string | null;
}
