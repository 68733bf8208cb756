import type { ByteSource } from "../io/byte-source.ts";
import type { ReportProblem } from "../model/problem.ts";
import type { AskedSample } from "./own-sample.ts";
import type { ReaderBase } from "./reader-base.ts";

/** Options of every reader of a table that is read whole. */
export interface EvidenceReadOptions extends AskedSample {
  readonly report: ReportProblem;
  /** Refuse the file at its first unreadable row instead of refusing the row alone. */
  readonly strict: boolean;
}

/** A row that knows its place. */
export interface EvidenceRow {
  /** 1-based line in the decompressed text. */
  readonly line: number;
}

/** A file read whole: its rows, and what became of the others. */
export interface EvidenceTable<Row extends EvidenceRow = EvidenceRow> {
  /** Base name. */
  readonly file: string;
  /** Id of the reader, and the variety of the format where it has several. */
  readonly format: string;
  readonly rows: readonly Row[];
  /** `read` = rows that were taken + `refused` + `setAside`. */
  readonly counts: { readonly read: number; readonly refused: number; readonly setAside: number };
  /** Of the stored bytes. */
  readonly digest: { readonly sha256: string; readonly bytes: number };
}

/** Reads one kind of evidence whole; a format adds facts of the file to its table. */
export interface EvidenceReader<
  Input extends string,
  Table extends EvidenceTable = EvidenceTable,
  Options extends EvidenceReadOptions = EvidenceReadOptions,
> extends ReaderBase {
  readonly input: Input;
  /** Throws Refusal "input" when the file cannot be used, "identity" when the sample is not in it. */
  read(source: ByteSource, options: Options): Promise<Table>;
}
