import type { GenomeModels } from "../annotate/models/transcript.ts";
import type { RefgetAccessions } from "../annotate/vrs/refget-accessions.ts";
import type { ByteSource } from "../io/byte-source.ts";
import type { CaseFile, ProteinInput } from "../model/case.ts";
import type { ReferenceSubset } from "../model/cohort.ts";
import type { EvidenceInput } from "../model/evidence-input.ts";
import type { Assembly } from "../model/locus.ts";
import type { ReportInput } from "../model/report.ts";
import type { LesionFacts, SpecimenInput } from "../model/specimen.ts";
import type { GeneIdentifiers } from "../read/proteins/names/protein-names.ts";
import type { EvidenceKind } from "../read/reader.ts";
import type { KeptRecord } from "./variants/kept-record.ts";
import type { Threads } from "../io/threads/threads.ts";

/** Gene models by build, and what they were made of, by a word for the report: name and digest. */
export interface OpenedModels {
  (assembly: Assembly): GenomeModels;
  readonly sources?: Readonly<Record<string, string>>;
}

/** One protein table of a case, opened but not read. */
export interface ProteinRequest extends Omit<ProteinInput, "file"> {
  readonly source: ByteSource;
}

/** One file of reference samples, opened but not read. */
export interface CohortRequest {
  /** A matrix, or what `metaction cohort build` wrote. */
  readonly source: ByteSource;
  /** Tables of what is known of its samples. */
  readonly meta: readonly ByteSource[];
  /** In place of the file's name, in the names of its cohorts. */
  readonly name?: string | undefined;
}

/** One other file of a case, opened but not read. */
export interface EvidenceRequest extends Omit<EvidenceInput, "file"> {
  readonly source: ByteSource;
}

/** The files of a case beside its variants and proteins, by kind; empty where there are none. */
export interface EvidenceRequests {
  readonly copyNumber: readonly EvidenceRequest[];
  readonly structuralVariants: readonly EvidenceRequest[];
  readonly fusions: readonly EvidenceRequest[];
  readonly status: readonly EvidenceRequest[];
  readonly ihc: readonly EvidenceRequest[];
  readonly callable: readonly EvidenceRequest[];
  readonly prior: readonly EvidenceRequest[];
  readonly outside: readonly EvidenceRequest[];
}

/** A case of variants and proteins alone. */
export const noEvidence: EvidenceRequests = {
  copyNumber: [],
  structuralVariants: [],
  fusions: [],
  status: [],
  ihc: [],
  callable: [],
  prior: [],
  outside: [],
};

/** The lists of a request, each with the kind of its files. */
const evidenceLists = [
  ["copyNumber", "copy-number"],
  ["structuralVariants", "structural-variants"],
  ["fusions", "fusions"],
  ["status", "status"],
  ["ihc", "ihc"],
  ["callable", "callability"],
  ["prior", "prior-therapy"],
  ["outside", "outside-calls"],
] as const satisfies readonly (readonly [keyof EvidenceRequests, EvidenceKind])[];

/** A file of evidence with its kind and the list that it is in. */
export interface ListedEvidence extends EvidenceRequest {
  readonly kind: EvidenceKind;
  readonly list: keyof EvidenceRequests;
}

/** Every file of evidence of a request. */
export function listEvidence(requests: EvidenceRequests): ListedEvidence[] {
  return evidenceLists.flatMap(([list, kind]) =>
    requests[list].map((request) => ({ ...request, kind, list })),
  );
}

/** The fields of a specimen that name files. */
type SpecimenFiles = "variants" | "cnv" | "sv" | "fusion" | "callable";

/** One lesion of a case, its files opened but not read. */
export interface SpecimenRequest
  extends
    Omit<SpecimenInput, SpecimenFiles>,
    Pick<EvidenceRequests, "copyNumber" | "structuralVariants" | "fusions" | "callable"> {
  readonly variants?: ByteSource | undefined;
}

/** Every file of a specimen. */
export function listSpecimenFiles(specimen: SpecimenRequest): ByteSource[] {
  const { variants } = specimen;
  return [
    ...(variants === undefined ? [] : [variants]),
    ...listEvidence({ ...noEvidence, ...specimen }).map(({ source }) => source),
  ];
}

/** The lesions of a case of several. */
export interface LesionsRequest {
  /** The one that the request itself is of. */
  readonly treated: LesionFacts & Pick<SpecimenInput, "depth" | "expectedVaf">;
  readonly others: readonly SpecimenRequest[];
  /** Reads of an allele from which the caller calls it. */
  readonly minAltReads: number;
}

/** Everything that `interpretCase` is asked: the case, its files, and the settings that change the result. */
export interface CaseRequest extends EvidenceRequests {
  readonly id: string;
  /** OncoTree code, DOID or name; absent: nothing is called on-tumor. */
  readonly tumorType?: string | undefined;
  readonly biopsySite?: string | undefined;
  readonly assembly?: Assembly | undefined;
  readonly variants?: ByteSource | undefined;
  readonly tumorSample?: string | undefined;
  readonly tumorAfTag?: string | undefined;
  readonly tumorDpTag?: string | undefined;
  /** Of a lesion beside others: the samples that those are read from. Absent: those of `lesions`. */
  readonly otherTumors?: readonly string[] | undefined;
  readonly protein: readonly ProteinRequest[];
  /** Reference samples in place of those of the protein tables. */
  readonly cohorts?: readonly CohortRequest[] | undefined;
  /** Names of the cohorts to compare with; absent or empty: all that fit the case. */
  readonly comparedCohorts?: readonly string[] | undefined;
  /** Leave out reference samples with a known aberration of a gene, for that gene. */
  readonly referenceSubset?: ReferenceSubset | undefined;
  /** Table of kinases and their substrate sites, for the activity of kinases. */
  readonly kinaseSubstrates?: ByteSource | undefined;
  /** Measured substrate sites that the score of a kinase needs; absent: 3. */
  readonly kinaseMinimum?: number | undefined;
  /** Fraction of tumor cells in the sample, above 0 to 1. */
  readonly purity?: number | undefined;
  /** Mean copies of the tumor's genome. */
  readonly ploidy?: number | undefined;
  /** Megabases in which the variants were called: the burden is counted over them, and the file is read whole. */
  readonly callableMb?: number | undefined;
  readonly sex?: CaseFile["sex"];
  /** Absent: the case has one lesion. */
  readonly lesions?: LesionsRequest | undefined;
  /** Path of the study's record of responses, for what became of others; its head lies beside it. */
  readonly responses?: string | undefined;
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
  /** Told once which records of the variant file became which observations, in file order. */
  readonly onVariantRecords?: ((records: readonly KeptRecord[]) => void) | undefined;
  /** Threads that inflate and scan a large BGZF file; none beside the calling one when absent. They change no result. */
  readonly threads?: Threads | undefined;
  /** Gene models by build, for calling consequences; without them only the file's annotation and the knowledgebase speak. */
  readonly models?: OpenedModels | undefined;
  /** Accessions of chromosomes for VRS ids; those that are known to the program when absent. */
  readonly refget?: { readonly accessions: RefgetAccessions; readonly source: string | null };
  /** Accessions of genes and proteins, for the rows of protein tables; without them only symbols and aliases are known. */
  readonly identifiers?: GeneIdentifiers | undefined;
  /** Prefer our own call of a consequence to the file's annotation. */
  readonly reannotate?: boolean | undefined;
  readonly toolVersion: string;
  /** The case file itself, when there is one, for the report's list of inputs. */
  readonly caseFile?: ReportInput | undefined;
}
