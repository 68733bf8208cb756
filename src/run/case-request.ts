import type { GenomeModels } from "../annotate/models/transcript.ts";
import type { Threads } from "../io/threads.ts";
import type { ByteSource } from "../io/byte-source.ts";
import type { ProteinInput } from "../model/case.ts";
import type { Assembly } from "../model/locus.ts";
import type { ReportInput } from "../model/report.ts";

/** One protein table of a case, opened but not read. */
export interface ProteinRequest extends Omit<ProteinInput, "file"> {
  readonly source: ByteSource;
}

/** Everything that `interpretCase` is asked: the case, its files, and the settings that change the result. */
export interface CaseRequest {
  readonly id: string;
  /** OncoTree code, DOID or exact name; absent: nothing is called on-tumor. */
  readonly tumorType?: string | undefined;
  readonly biopsySite?: string | undefined;
  readonly assembly?: Assembly | undefined;
  readonly variants?: ByteSource | undefined;
  readonly tumorSample?: string | undefined;
  readonly tumorAfTag?: string | undefined;
  readonly tumorDpTag?: string | undefined;
  readonly protein: readonly ProteinRequest[];
  /** Use calls that failed the caller's filters. */
  readonly includeFiltered: boolean;
  /** Refuse a file at its first unreadable record. */
  readonly strict: boolean;
  /** Use a BGZF file without an end marker. */
  readonly allowTruncated: boolean;
  /** Count all records of the variant file by FILTER; it is read whole then. */
  readonly countFilters?: boolean | undefined;
  /** Read the variant file whole, also where an index lies beside it. */
  readonly noIndex?: boolean | undefined;
  /** Threads that inflate and scan a large BGZF file; none beside the calling one when absent. They change no result. */
  readonly threads?: Threads | undefined;
  /** Gene models by build, for calling consequences; without them only the file's annotation and the knowledgebase speak. */
  readonly models?: ((assembly: Assembly) => GenomeModels) | undefined;
  /** Prefer our own call of a consequence to the file's annotation. */
  readonly reannotate?: boolean | undefined;
  readonly toolVersion: string;
  /** The case file itself, when there is one, for the report's list of inputs. */
  readonly caseFile?: ReportInput | undefined;
}
