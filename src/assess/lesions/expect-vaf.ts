import { copyThresholds } from "../../annotate/copy-number/copy-thresholds.ts";
import type { LocalCopies, NoCopies } from "../../annotate/copy-number/ask-copies.ts";
import { formatPercent } from "../../match/format-measure.ts";
import { expectedVaf } from "../clonality/cell-fraction.ts";

/** Allele fraction of a variant that all tumor cells of a sample carry, and what it rests on. */
export interface ExpectedVaf {
  /** Above 0 to 1. */
  readonly vaf: number;
  /** As in a sentence: `purity 60%, 2 copies`. */
  readonly because: string;
}

export interface SampleContent {
  /** As the case states it; it stands over everything else. */
  readonly given: number | undefined;
  readonly purity: number | null;
  /** At the place; null: no copy numbers were given. */
  readonly copies: LocalCopies | NoCopies | null;
  /** Copies in normal cells where no segment tells. */
  readonly normalCopies: number;
}

/** Our choice where nobody states the purity: few tumor cells, so that absence is not claimed lightly. */
const purityIfUnknown = 0.2;

/**
 * CCF 1 at the purity and the copies of the sample, one of them mutated (spec, clinical R11 and R12). Null: no copy of the place is left.
 */
export function expectVaf({
  given,
  purity,
  copies,
  normalCopies,
}: SampleContent): ExpectedVaf | null {
  if (given !== undefined) return { vaf: given, because: "as the case states it" };
  const local = copies === null || typeof copies === "string" ? null : copies;
  if (local !== null && local.copies < copyThresholds.deletedBelow) return null;
  const site = {
    purity: purity ?? purityIfUnknown,
    copies: local?.copies ?? normalCopies,
    normalCopies: local?.normal ?? normalCopies,
    mutatedCopies: 1,
  };
  const counted = Math.round(site.copies * 100) / 100;
  const parts = [
    purity === null
      ? `purity not known and taken as ${formatPercent(purityIfUnknown)}`
      : `purity ${formatPercent(purity)}`,
    `${counted} ${counted === 1 ? "copy" : "copies"}${local === null ? " assumed" : ""}`,
  ];
  return { vaf: Math.min(1, expectedVaf(site)), because: parts.join(", ") };
}
