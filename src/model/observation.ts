/** An alteration with what supports it and where it was read. */
import type { Alteration } from "./alteration.ts";
import { cohortRoles } from "./cohort.ts";
import type { Contig, OneBased } from "./locus.ts";
import * as z from "zod";

export const provenanceSchema = z.strictObject({
  file: z.string().describe("base name of the input"),
  line: z
    .int()
    .min(1)
    .nullable()
    .describe("1-based line in the uncompressed text; null when an index led to it"),
  sample: z.string().nullable().describe("as the file names it; null: the file names none"),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** Reads of the tumor sample at a small variant, and of the normal beside it. `rule` names the fields that the numbers were taken from. */
export const readSupportSchema = z.strictObject({
  kind: z.literal("reads").describe("reads of a small variant"),
  vaf: z.number().min(0).max(1).nullable().describe("variant allele fraction, 0 to 1"),
  depth: z.int().min(0).nullable().describe("reads at the place, of every allele"),
  altReads: z.int().min(0).nullable().describe("reads of this allele"),
  rule: z.string().nullable().describe("e.g. FORMAT/AD of sample TUMOR"),
  genotype: z
    .enum(["alt called", "alt not called", "no call", "absent"])
    .describe("what GT says of this allele; absent: the file has no genotype"),
  failedFilters: z
    .array(z.string())
    .optional()
    .describe("filters that the call failed; only when filtered calls were asked for"),
  normal: z
    .strictObject({
      sample: z.string().describe("name of the normal sample in the file"),
      vaf: z.number().min(0).max(1).nullable().describe("variant allele fraction, 0 to 1"),
      depth: z.int().min(0).nullable().describe("reads at the place, of every allele"),
      altReads: z.int().min(0).nullable().describe("reads of this allele"),
    })
    .optional()
    .describe("reads of the allele in the matched normal, by the same rules"),
  joined: z
    .strictObject({
      records: z.array(z.string()).min(2).describe("the changes as the file has them, in order"),
      because: z.string().describe("why they are taken for one: the phase, or the fractions"),
    })
    .optional()
    .describe("only of a change that several records make together"),
});
export type ReadSupport = z.infer<typeof readSupportSchema>;
export type NormalReads = NonNullable<ReadSupport["normal"]>;

export const outlierStates = ["up", "down", "none", "not assessable"] as const;
export type OutlierState = (typeof outlierStates)[number];

/** The value against one of several cohorts. */
const cohortComparisonSchema = z.strictObject({
  cohort: z.string().describe("name of the reference cohort"),
  role: z.enum(cohortRoles).describe("what its samples are to the case"),
  call: z.enum(outlierStates).describe("of the value against this cohort alone"),
  reason: z.string().describe("why it is called so, in one sentence"),
  n: z.int().min(0).describe("cohort values that are not missing"),
  missing: z.int().min(0).describe("cohort samples without a value"),
  median: z.number().nullable().describe("of the cohort, log2"),
  modifiedZ: z.number().nullable().describe("0.6745 (value - median) / MAD, or by scaleUsed"),
  log2Fold: z.number().nullable().describe("value minus cohort median"),
  p: z.number().nullable().describe("robust two-sided p"),
  q: z.number().nullable().describe("Benjamini-Hochberg over the declared list"),
});

/** One measured value against a reference cohort; all values on the log2 scale (spec, outliers 4.3). */
export const outlierSupportSchema = z.strictObject({
  kind: z.literal("cohort").describe("a value against a reference cohort"),
  value: z.number().nullable().describe("case value, log2; null when missing"),
  cohort: z.string().describe("name of the reference cohort"),
  n: z.int().min(0).describe("cohort values that are not missing"),
  missing: z.int().min(0).describe("cohort samples without a value"),
  median: z.number().nullable().describe("of the cohort, log2"),
  mad: z.number().nullable().describe("raw median absolute deviation, unscaled"),
  modifiedZ: z.number().nullable().describe("0.6745 (value - median) / MAD, or by scaleUsed"),
  scaleUsed: z
    .enum(["MAD", "mean absolute deviation"])
    .nullable()
    .describe("what the modified z is scaled by; the mean where the MAD is 0"),
  log2Fold: z.number().nullable().describe("value minus cohort median"),
  p: z.number().nullable().describe("robust two-sided p"),
  q: z.number().nullable().describe("Benjamini-Hochberg over the declared list"),
  tested: z.int().min(0).describe("length of the declared list that q is taken over"),
  crawfordHowellT: z.number().nullable().describe("for comparison; decides nothing"),
  crawfordHowellP: z.number().nullable().describe("two-sided, for comparison; decides nothing"),
  percentile: z.number().nullable().describe("mid-rank, 0 to 100"),
  kIqr: z.number().nullable().describe("(value - median) / IQR"),
  tukey: z
    .enum(["up", "down", "none"])
    .nullable()
    .describe("beyond a fence of Tukey; for comparison, decides nothing"),
  subset: z
    .string()
    .optional()
    .describe("the part of the cohort that was compared with, where it is not all of it"),
  agreement: z
    .enum(["consensus", "single cohort"])
    .optional()
    .describe("of a call, where several cohorts were asked: consensus from two that agree on"),
  cohorts: z
    .array(cohortComparisonSchema)
    .optional()
    .describe("every cohort that was asked, where there are several; the numbers above are of one"),
  group: z
    .array(z.string())
    .optional()
    .describe("genes of the row, where they are several: the value need not be of this one"),
  hostTissue: z
    .strictObject({
      cohort: z.string().describe("of normal tissue of the biopsy site"),
      difference: z.number().describe("its median minus that of the cohort above, log2"),
    })
    .optional()
    .describe("where the tissue around the tumor would explain the call"),
  detection: z
    .strictObject({
      by: z.string().describe("how the file declares it: column detection, NPX below column LOD"),
      detected: z.int().min(0).describe("reference samples that detect the protein"),
      samples: z.int().min(0).describe("reference samples that were compared with"),
    })
    .optional()
    .describe("where the file declares the protein of the case not detected; the value is null"),
  aboveProtein: z
    .strictObject({
      protein: z.string().describe("file that measures the protein"),
      modifiedZ: z.number().nullable().describe("of that difference; null: not computable"),
      log2Fold: z.number().describe("case minus cohort median of site minus protein"),
      n: z.int().min(0).describe("reference samples that have both the site and the protein"),
    })
    .optional()
    .describe("of a phosphosite that is called: site minus protein against the same cohort"),
});
export type OutlierSupport = z.infer<typeof outlierSupportSchema>;

/** Copies of a gene in the tumor. */
export const copiesSupportSchema = z.strictObject({
  kind: z.literal("copies").describe("copies of a gene"),
  copies: z.number().min(0).nullable().describe("total copies in tumor cells"),
  minorCopies: z.number().min(0).nullable().describe("copies of the rarer allele in tumor cells"),
  log2Ratio: z.number().nullable().describe("against a diploid reference, as the file gives it"),
  rule: z.string().nullable().describe("how the copies were taken from the file"),
});
export type CopiesSupport = z.infer<typeof copiesSupportSchema>;

/** Reads across the junction of a fusion or of another rearrangement. */
export const junctionSupportSchema = z.strictObject({
  kind: z.literal("junction-reads").describe("reads across a junction"),
  junctionReads: z.int().min(0).nullable().describe("reads that cross the junction"),
  spanningReads: z.int().min(0).nullable().describe("pairs with the junction between the mates"),
  callers: z.array(z.string()).describe("programs that call it, sorted"),
  rule: z.string().nullable().describe("the fields that the numbers were taken from"),
  confidence: z
    .string()
    .optional()
    .describe("as the caller states it: low, LowConfidence, imprecise, ..."),
  failedFilters: z
    .array(z.string())
    .optional()
    .describe("filters that the call failed; only when filtered calls were asked for"),
});
export type JunctionSupport = z.infer<typeof junctionSupportSchema>;

/** A value or a status that another assay or program gave. */
export const valueSupportSchema = z.strictObject({
  kind: z.literal("value").describe("a value or word of another assay or program"),
  value: z.number().nullable().describe("in `unit`; null: a word, or a range"),
  text: z.string().describe("value and status as the file gives them"),
  unit: z.string().nullable().describe("of the value; null: the file states none"),
  method: z.string().nullable().describe("assay, clone or program"),
});
export type ValueSupport = z.infer<typeof valueSupportSchema>;

/** Everything that can support a finding, by `kind`. */
export const supportSchema = z.discriminatedUnion("kind", [
  readSupportSchema,
  outlierSupportSchema,
  copiesSupportSchema,
  junctionSupportSchema,
  valueSupportSchema,
]);
export type Support = z.infer<typeof supportSchema>;

export interface Observation<A extends Alteration = Alteration> {
  /** Stable and unique in a case, e.g. `small-variant:GRCh37:7:140453136:A:T`, `expression:protein:ERBB2:up`. */
  readonly id: string;
  /** As a reader would say it: `BRAF V600E`, `ERBB2 protein high`. */
  readonly label: string;
  readonly gene: string | null;
  readonly alteration: A;
  readonly support: Support;
  readonly provenance: Provenance;
}

/** What is known of the molecule that an allele lies on. */
export interface Phase {
  /** Alleles of one set on one chromosome can be compared. */
  readonly set: string;
  /** Copies of the set that hold the allele, from 0; two for a homozygous one. */
  readonly haplotypes: readonly number[];
}

/** One annotation of one record: the header's field names and the raw text of every entry. */
export interface RawAnnotation {
  readonly dialect: "CSQ" | "ANN" | "BCSQ" | "FUNCOTATION" | "IMPACT" | "ANNOVAR" | "MAF" | "HGVS";
  readonly fields: readonly string[];
  readonly entries: readonly string[];
}

/** One ALT allele of one VCF record as the file states it; what `read/vcf/vcf.ts` yields and `annotate/` consumes. */
/** Reads that could have shown an allele, and the field that they are from: those counted by allele, else the depth. */
export interface InformativeReads {
  readonly reads: number;
  /** `AD` */
  readonly from: string;
}

export interface VariantCall {
  readonly given: {
    readonly contig: Contig;
    readonly position: OneBased;
    readonly ref: string;
    readonly alt: string;
  };
  /** 1-based index of the allele among the record's ALTs. */
  readonly altIndex: number;
  /** How many ALTs the record has. */
  readonly altCount: number;
  /** Names of the filters that the call failed; empty for PASS or `.`. */
  readonly failedFilters: readonly string[];
  readonly support: ReadSupport;
  readonly annotations: readonly RawAnnotation[];
  readonly provenance: Provenance;
  /** Absent where the file does not phase the allele. */
  readonly phase?: Phase;
  /** Absent where the file states neither counts nor a depth. */
  readonly informative?: InformativeReads;
}

/** A variant that the input names instead of giving its alleles: a row of an HGVS list, or of a MAF without coordinates. */
export interface NamedCall extends Pick<VariantCall, "failedFilters" | "support" | "provenance"> {
  readonly named: {
    /** As in the file; null when the change names its own sequence: `NM_004333.6:c.1799T>A`. */
    readonly gene: string | null;
    /** `V600E`, `p.Val600Glu`, `c.1799T>A`, `7:g.140453136A>T`: names of one variant, most exact first; empty when only terms are given. */
    readonly changes: readonly string[];
    readonly transcript: string | null;
    /** Sequence Ontology terms that the file gives; empty for none. */
    readonly terms: readonly string[];
  };
}
