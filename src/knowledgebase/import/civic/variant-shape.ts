/** What a CIViC variant name says, before coordinates are looked up. */
import type { otherAssays } from "../../../constraints/other-assay.ts";
import type { PlacedAllele } from "../reference/place-allele.ts";
import type { Skipped } from "../importer.ts";

export type RegionChange =
  | "mutation"
  | "deletion"
  | "insertion"
  | "duplication"
  | "frameshift"
  | "skipping";

/** The constraint forms of the knowledgebase that a name alone settles. */
export type NamedConstraint =
  | {
      readonly type: "codon";
      readonly gene: string;
      readonly residue: string;
      readonly position: number;
    }
  | {
      readonly type: "consequence";
      readonly gene: string;
      readonly class: "mutation" | "loss-of-function" | "truncating" | "frameshift" | "oncogenic";
    }
  | {
      readonly type: "copy-number";
      readonly gene: string;
      readonly change: "amplification" | "gain" | "loss" | "deletion";
    }
  | {
      readonly type: "fusion";
      readonly gene?: string;
      readonly fivePrime?: string;
      readonly threePrime?: string;
      readonly ordered?: false;
    }
  | {
      readonly type: "expression";
      readonly gene: string;
      readonly molecule: "any" | "protein";
      readonly direction: "up" | "down" | "present" | "absent";
    }
  | { readonly type: "wild-type"; readonly gene: string; readonly codons?: readonly number[] }
  | {
      readonly type: "exon-change";
      readonly gene: string;
      readonly change: "deletion" | "duplication";
      readonly exons?: readonly [number, number];
    }
  | {
      readonly type: "other-assay";
      readonly gene: string;
      readonly assay: (typeof otherAssays)[number];
      readonly detail?: string;
    };

export type VariantShape =
  | NamedConstraint
  | { readonly type: "protein-change"; readonly gene: string; readonly change: string }
  /** The row's own coordinates are the variant, unless they are given here (GRCh37; alternatives). */
  | {
      readonly type: "allele";
      readonly gene: string;
      readonly term: string | null;
      readonly at?: readonly PlacedAllele[];
    }
  /** Exons by their number in the row's transcript. */
  | {
      readonly type: "exons";
      readonly gene: string;
      readonly first: number;
      readonly last: number;
      readonly change: RegionChange;
    }
  /** A named part of the protein: its residues as a source states them, or those in the row's coordinates. */
  | {
      readonly type: "domain";
      readonly gene: string;
      readonly name: string;
      readonly residues: readonly [number, number] | null;
      readonly change: RegionChange;
    }
  | { readonly type: "all" | "any"; readonly constraints: readonly VariantShape[] }
  | { readonly type: "not"; readonly constraint: VariantShape }
  | {
      readonly type: "excluding";
      readonly constraint: VariantShape;
      readonly except: readonly VariantShape[];
    };

/** Shapes that combine with AND, or why there are none. */
export type NameReading =
  | { readonly shapes: readonly VariantShape[] }
  | { readonly skipped: Skipped };
