/** A part of what is shown of the record, the same for each output format. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: SectionTable;
}

export interface SectionTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** Columns of numbers. */
  readonly numeric: readonly number[];
  readonly rows: readonly (readonly string[])[];
}
