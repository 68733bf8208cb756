import type { ReadInfo } from "./info.ts";

/** The parts of one record that its structural alleles are read from. */
export interface StructuralRecord {
  readonly line: number;
  readonly rawContig: string;
  readonly position: number;
  readonly id: string;
  readonly ref: string;
  readonly info: ReadInfo;
  readonly failedFilters: readonly string[];
  /** Raw value of a FORMAT key of the tumor. */
  readonly value: (key: string) => string | undefined;
}
