/** One evidence item or assertion of CIViC: its facts, and none of its sentences. */
import type { Contig } from "../../../model/locus.ts";

/** 1-based, closed; `ref` and `alt` are empty where CIViC gives a range only. */
export interface Coordinates {
  readonly contig: Contig;
  readonly start: number;
  readonly end: number;
  readonly ref: string;
  readonly alt: string;
}

/** What CIViC says of a variant, whatever the evidence. */
export interface CivicVariant {
  readonly gene: string;
  readonly variant: string;
  readonly variantId: string;
  /** On GRCh37; null when CIViC gives none. */
  readonly coordinates: Coordinates | null;
  readonly transcript: string | null;
  readonly hgvs: readonly string[];
}

export interface CivicRow extends CivicVariant {
  /** `EID1409`, or `AID7` of an assertion. */
  readonly record: string;
  /** Name of the release that it is from, as in the manifest. */
  readonly source: string;
  readonly disease: { readonly doid: string | null; readonly name: string };
  readonly drugs: readonly string[];
  readonly interaction: string;
  readonly evidenceType: string;
  readonly direction: string;
  readonly level: string;
  readonly significance: string;
  readonly origin: string;
  /** Ids: `PMID:21639808`. */
  readonly documents: readonly string[];
  readonly rating: number | null;
  /** `2021-03-31`, or empty. */
  readonly reviewed: string;
  /** The transcript that most records of the gene number by; it stands in where a record names none. */
  readonly usualTranscript: string | null;
}
