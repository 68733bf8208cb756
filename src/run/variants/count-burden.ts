import { annotateCall } from "../../annotate/annotate-call.ts";
import { chooseConsequence } from "../../annotate/consequences/choose-consequence.ts";
import { lacksSequence } from "../../constraints/change-of.ts";
import { effectOf, isSilent } from "../../constraints/consequence-effect.ts";
import { alleleKey, isCommon } from "../../model/alteration.ts";
import type { VariantCall } from "../../model/observation.ts";
import { screenCall } from "./screen-call.ts";
import type { AnnotationContext } from "../../annotate/annotation-context.ts";

/** What the scan of a whole variant file says of the tumor's mutational burden. */
export interface CountedBurden {
  /** Alleles that count. */
  readonly counted: number;
  /** Coding alleles whose effect is not known, so that nobody can say whether they count. */
  readonly unknown: number;
}

export interface BurdenCounter extends CountedBurden {
  add(call: VariantCall, context: AnnotationContext): void;
  /** A variant of which only a name is given. */
  addUnknown(): void;
}

/** The definition, as the report prints it. */
export const burdenDefinition =
  "non-synonymous variants of the file: missense, nonsense, frameshift, in-frame, splice donor and acceptor, lost start and stop";

/**
 * Counts alleles that pass the caller's filters, are called in the tumor, are not common in a population (1 %), and change a protein or a
 * splice site on the preferred transcript of any gene; each allele once. Our own definition (see `burdenDefinition`): assays differ.
 */
export function makeBurdenCounter(options: { includeFiltered: boolean }): BurdenCounter {
  const seen = new Set<string>();
  let counted = 0;
  let unknown = 0;
  return {
    get counted() {
      return counted;
    },
    get unknown() {
      return unknown;
    },
    addUnknown() {
      unknown += 1;
    },
    add(call, context) {
      if (screenCall(call, options) !== null) return;
      const { alteration } = annotateCall(call, context);
      if (isCommon(alteration)) return;
      const consequence = chooseConsequence(alteration.consequences);
      if (consequence === null) return;
      const isUnknown = lacksSequence(consequence) || effectOf(consequence) === "unknown";
      if (!isUnknown && isSilent(effectOf(consequence))) return;
      const key = alleleKey(alteration.allele);
      if (seen.has(key)) return;
      seen.add(key);
      if (isUnknown) unknown += 1;
      else counted += 1;
    },
  };
}
