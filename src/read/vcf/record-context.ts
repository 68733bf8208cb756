import type { RawAnnotation } from "../../model/observation.ts";
import type { ReportProblem } from "../../model/problem.ts";
import type { VcfHeader } from "./header.ts";
import type { InfoTags } from "./support.ts";

/** The column of one sample in one record. */
export interface SampleFields {
  readonly name: string;
  /** 0-based column of the record. */
  readonly field: number;
  /** Keys of the FORMAT column. */
  readonly keys: readonly string[];
  /** Values of the sample column, as many as it states. */
  readonly valueCount: number;
  /** Raw value of a key; undefined when the record does not state it. */
  value(key: string): string | undefined;
}

/** What does not change from record to record. */
export interface RecordContext {
  readonly file: string;
  readonly header: VcfHeader;
  readonly annotation: readonly Omit<RawAnnotation, "entries">[];
  readonly tags: InfoTags;
  readonly report: ReportProblem;
  /** Takes the tumor's column out of a record; null when the file has none. */
  readonly readSample: (fields: readonly string[]) => SampleFields | null;
  /** Takes the matched normal's column; null when the file has none. */
  readonly readNormal: (fields: readonly string[]) => SampleFields | null;
  /** Read junctions as well, and the forms that callers of structural variants write. */
  readonly structural?: boolean;
}

/** Takes what leaves a record readable: a warning at a field of the record, and at an offset into it. */
export type ReportFlaw = (code: string, message: string, field: number, offset?: number) => void;
