import type { Allele, Assembly } from "../../model/locus.ts";
import type { OutsideCall } from "../../model/outside-call.ts";

/** Where a row places its change. */
export interface StatedAllele extends Omit<Allele, "assembly"> {
  /** Null: the row names no genome build. */
  readonly assembly: Assembly | null;
}

/** What an outside call is about, as far as the row says. */
export type OutsideAlteration =
  | {
      readonly kind: "small-variant";
      /** In any writing: `p.V600E`, `Val600Glu`; null where the row has none. */
      readonly proteinChange: string | null;
      /** Sides may be empty, as a MAF writes them; null where the row gives no allele. */
      readonly allele: StatedAllele | null;
    }
  | { readonly kind: "copy-number"; readonly change: "amplification" | "homozygous-deletion" }
  | { readonly kind: "fusion"; readonly partner: string | null };

/** One row of a user's own calls. */
export interface OutsideRow extends Pick<
  OutsideCall,
  "source" | "line" | "name" | "levels" | "oncogenic" | "effect"
> {
  readonly gene: string;
  readonly alteration: OutsideAlteration;
}
