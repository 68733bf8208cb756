/** What was found in a lesion, discriminated by `kind`: a missing case in a `switch` is a compile error. */
import type { Allele, Assembly, Contig, Locus, OneBased } from "./locus.ts";

/** The effect of a small variant on one transcript, as the input's annotator or the knowledgebase states it. */
export interface TranscriptConsequence {
  /** Current HGNC symbol where the knowledgebase knows one, else the input's own word. */
  readonly gene: string;
  readonly transcript: string | null;
  /** Sequence Ontology terms, most severe first. */
  readonly terms: readonly string[];
  /** Canonical short form without `p.`: `V600E`, `E746_A750del`, `K111fs`, `Q61*`; null when the input states none. */
  readonly proteinChange: string | null;
  /** Of our own call: the same with the new residue and the length of what follows, `K111Nfs*12`; absent where that adds nothing. */
  readonly fullChange?: string;
  /** HGVS coding change as given, without the transcript prefix: `c.1799T>A`. */
  readonly codingChange: string | null;
  /** 1-based exon number on this transcript. */
  readonly exon: number | null;
  /** MANE Select, or the annotator's own canonical transcript. */
  readonly preferred: boolean;
  /** Where it was read: an annotation dialect, the knowledgebase's table of known alleles, or our own call on gene models. */
  readonly source:
    | "CSQ"
    | "ANN"
    | "BCSQ"
    | "FUNCOTATION"
    | "IMPACT"
    | "ANNOVAR"
    | "MAF"
    | "HGVS"
    | "knowledgebase"
    | "models";
  /**
   * Doubts about a loss of function that our own call found: the early stop may leave the transcript undegraded, or lies in
   * the last twentieth of the protein.
   */
  readonly flags?: readonly ("escapes-nmd" | "last-5-percent")[];
}

export interface SmallVariant {
  readonly kind: "small-variant";
  /**
   * Trimmed to its shortest form; left-aligned only as far as the input was. Null where the input names the change of the
   * protein alone, which several changes of the DNA make.
   */
  readonly allele: Allele | null;
  /** The bases that are changed, or those on either side of an insertion, where the name tells them and what they are is not known. */
  readonly place?: Locus;
  /** Every transcript that the input or the knowledgebase gives; empty when nothing is known. */
  readonly consequences: readonly TranscriptConsequence[];
  /** Highest allele frequency in any population that the annotation states, 0 to 1. */
  readonly populationFrequency: number | null;
  /** The annotation has columns of gnomAD, and they are empty for this allele. Absent: there are none, or they state something. */
  readonly absentFromGnomad?: true;
  /** Of an equal-length change of several bases: the changes of its codons, each trimmed; absent where there is only one. */
  readonly parts?: readonly Allele[];
}

/** A small variant whose place is known. */
export interface PlacedVariant extends SmallVariant {
  readonly allele: Allele;
}

export const copyNumberChanges = [
  "amplification",
  "gain",
  "loss",
  "homozygous-deletion",
  "copy-neutral-loh",
] as const;
export type CopyNumberChange = (typeof copyNumberChanges)[number];

export interface CopyNumberAlteration {
  readonly kind: "copy-number";
  readonly gene: string;
  readonly change: CopyNumberChange;
  /** Total copies in tumor cells; in the sample where `adjusted` is false. */
  readonly copies: number | null;
  /** Mean copies of the tumor's genome, where it is known: copies are compared with it. */
  readonly ploidy?: number;
  /** False: the purity is not known, so that the change is at least as large as it looks. Absent: it was not asked. */
  readonly adjusted?: false;
  /** Whether one of the two parental alleles is lost, in whatever number of copies; absent where alleles are not told apart. */
  readonly oneAlleleLost?: boolean;
  /** The change covers less than half of the transcript, or is not known to cover more; `coding`: and bases that code. */
  readonly part?: { readonly share: number | null; readonly coding: boolean | null };
  /** The stretch with this change that the gene lies in; 1-based, closed. */
  readonly segment?: { readonly contig: Contig; readonly start: OneBased; readonly end: OneBased };
}

/** Two genes joined; null stands for a partner that is not known. What is absent was not said. */
export interface Fusion {
  readonly kind: "fusion";
  readonly fivePrime: string | null;
  readonly threePrime: string | null;
  readonly inFrame: boolean | null;
  /** False: the source lists two genes and does not say which of them comes first. */
  readonly ordered?: false;
  /** The product with the partners exchanged was seen as well. */
  readonly reciprocal?: true;
  /**
   * What is not settled: `orientation` where the caller does not give the sides of a junction, `partner` where the other side
   * of a break in DNA lies in no gene that is known.
   */
  readonly open?: "orientation" | "partner";
  /** Whether the product keeps a kinase domain, as the caller states it. */
  readonly kinaseDomain?: "kept" | "lost";
  /** The 5' partner gives its promoter and no coding base, or the 3' partner its whole protein: there is no frame to keep. */
  readonly promoterSwap?: true;
}

export const molecules = ["protein", "rna", "phosphosite"] as const;
export type Molecule = (typeof molecules)[number];

/** What a table may measure: the amount of a molecule, or the activity of a kinase, which no statement is about. */
export type Measured = Molecule | "kinase-activity";

/** A measured outlier against a reference cohort; a value that is no outlier is not an alteration. */
export interface ExpressionOutlier {
  readonly kind: "expression";
  readonly gene: string;
  readonly molecule: Molecule;
  /** Phosphosites only: residues and positions, `Y1248`, `S462 T469`. */
  readonly site?: string;
  readonly direction: "up" | "down";
}

export const exonChanges = ["deletion", "duplication"] as const;

/** Whole exons of one gene lost or doubled within it, as EGFRvIII: a class of its own (spec, matching 4). */
export interface ExonChange {
  readonly kind: "exon-change";
  readonly gene: string;
  readonly change: (typeof exonChanges)[number];
  /** First and last exon that are lost or doubled, 1-based on the preferred transcript; null when the input does not say. */
  readonly exons: { readonly from: number; readonly to: number } | null;
  /** Whether the reading frame goes on behind the change; absent where that is not known or no protein starts. */
  readonly inFrame?: boolean;
  /** A break lies inside the first or the last of the exons, so that a part of it stays. */
  readonly partial?: true;
}

export const signatureMarkers = ["TMB", "MSI", "HRD", "signature", "virus"] as const;
export type SignatureMarker = (typeof signatureMarkers)[number];

/** True for a marker of the whole tumor, which a statement may be about in place of a gene. */
export function isMarker(subject: string): boolean {
  return (signatureMarkers as readonly string[]).includes(subject);
}

/** A property of the whole tumor, given as a value, as a status, or as both. */
export interface SignatureStatus {
  readonly kind: "signature";
  readonly marker: SignatureMarker;
  /** Which signature or virus: `SBS3`, `HPV16`; null for markers of which there is one. */
  readonly name: string | null;
  readonly value: number | null;
  /** Of `value`: `mutations/Mb`, `% unstable sites`, `probability`. */
  readonly unit: string | null;
  /** What the source concludes: `high`, `low`, `stable`, `deficient`, `proficient`, `present`, `absent`. */
  readonly status: string | null;
  /** Assay or program, as the source names it. */
  readonly method: string | null;
}

/** A result of immunohistochemistry: an absolute measurement, never compared with a cohort. */
export interface IhcResult {
  readonly kind: "ihc";
  /** As a pathologist says it: `HER2`, `PD-L1`, `MLH1`. */
  readonly marker: string;
  readonly gene: string | null;
  /** `3+`, `50`, `lost`, `positive`. */
  readonly score: string;
  /** `TPS`, `CPS`, `%`, ...; null for scores that need none. */
  readonly unit: string | null;
  readonly assay: string | null;
  readonly clone: string | null;
  /**
   * Of a row about HER2 that decides about the amplification of ERBB2, by ASCO/CAP and all rows of the case: positive by IHC 3+,
   * negative by in situ hybridization, or open. Absent where it says nothing of the gene.
   */
  readonly amplification?: {
    readonly state: "positive" | "negative" | "open";
    readonly rule: string;
  };
  /** Of a stain of HER2: the in situ hybridization beside it, where it is positive by ASCO/CAP or does not decide. */
  readonly hybridization?: { readonly state: "positive" | "open"; readonly rule: string };
}

export type Alteration =
  | SmallVariant
  | CopyNumberAlteration
  | Fusion
  | ExonChange
  | ExpressionOutlier
  | SignatureStatus
  | IhcResult;

export const alterationKinds = [
  "small-variant",
  "copy-number",
  "fusion",
  "exon-change",
  "expression",
  "signature",
  "ihc",
] as const satisfies readonly Alteration["kind"][];

/** Inputs that a rule may need to be decided; a case that lacks one leaves the rule `undetermined`. */
export const inputNeeds = [
  "small-variants",
  "protein-annotation",
  "copy-number",
  "fusions",
  "structural-variants",
  "protein-expression",
  "status",
  "ihc",
  "callability",
  "other-assay",
] as const;
export type InputNeed = (typeof inputNeeds)[number];

/** Stable text key of an allele after normalization: same key, same change. */
export function alleleKey(allele: Allele<Assembly>): string {
  return `${allele.assembly}:${allele.contig}:${allele.position}:${allele.ref}:${allele.alt}`;
}

/** Allele fraction in any population from which a variant is common: AMP tier IV (Li 2017, PMID 27993330, table 7). */
export const commonFrom = 0.01;

/** True for a variant that is common in a population: a polymorphism, unless a statement names it by itself. */
export function isCommon({ populationFrequency }: SmallVariant): boolean {
  return populationFrequency !== null && populationFrequency >= commonFrom;
}
