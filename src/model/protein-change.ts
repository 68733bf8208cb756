export interface ProteinChange {
  /** Canonical short form: `V600E`, `E746_A750del`, `A767_V769dup`, `K111fs`, `Q61*`, `M1?`, `*390ext`, `V600=`. */
  readonly text: string;
  readonly kind:
    | "missense"
    | "synonymous"
    | "nonsense"
    | "frameshift"
    | "deletion"
    | "insertion"
    | "duplication"
    | "delins"
    | "extension"
    | "start-lost"
    | "unknown";
  /** First residue of the reference range, one letter; empty when the text names no position (`p.?`). */
  readonly refStart: string;
  /** 1-based; 0 when the text names no position. */
  readonly start: number;
  readonly refEnd: string;
  /** 1-based, inclusive. An insertion lies between `start` and `end`, which are equal in the short writing `P780ins`. */
  readonly end: number;
  /** New residues, one letter each; empty where the text states none. Those of a duplication are the duplicated ones. */
  readonly alt: string;
}

/** A change before it is named. */
export type UnnamedChange = Omit<ProteinChange, "text">;
