/** A row whose numbers may still have to be brought to log2. */
export interface ScalableRow {
  /** NaN when missing. */
  value: number;
  /** NaN where missing. */
  readonly cohort: Float64Array;
  /** As the table names the row, and where it is, for messages. */
  readonly gene?: string;
  readonly line?: number;
}
