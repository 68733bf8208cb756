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
  /** The highest VAF that it calls, 0 to 1; null: it calls none with one. */
  readonly highestVaf: number | null;
  /** At the place; null: no copy numbers were given. */
  readonly copies: LocalCopies | NoCopies | null;
  /** Copies in normal cells where no segment tells. */
  readonly normalCopies: number;
}

/** Our choice where nobody states the purity: few tumor cells, so that absence is not claimed lightly. */
const purityIfUnknown = 0.2;

/** Fewer still where nothing that the sample calls reaches the VAF of that purity, on one of two copies. */
function assumePurity(highestVaf: number | null): { value: number; because: string } {
  const shown = highestVaf === null ? 1 : 2 * highestVaf;
  if (highestVaf === null || shown >= purityIfUnknown || shown <= 0) {
    const because = `purity not known and taken as ${formatPercent(purityIfUnknown)}`;
    return { value: purityIfUnknown, because };
  }
  const because = `purity not known and taken as ${formatPercent(shown)}, for no VAF that it calls is above ${formatPercent(highestVaf)}`;
  return { value: shown, because };
}

/**
 * CCF 1 at the purity and the copies of the sample, one of them mutated (spec, clinical R11 and R12). Null: no copy of the place is left.
 */
export function expectVaf({
  given,
  purity,
  highestVaf,
  copies,
  normalCopies,
}: SampleContent): ExpectedVaf | null {
  if (given !== undefined) return { vaf: given, because: "as the case states it" };
  const local = copies === null || typeof copies === "string" ? null : copies;
  if (local !== null && local.copies < copyThresholds.deletedBelow) return null;
  const assumed = assumePurity(highestVaf);
  const site = {
    purity: purity ?? assumed.value,
    copies: local?.copies ?? normalCopies,
    normalCopies: local?.normal ?? normalCopies,
    mutatedCopies: 1,
  };
  const counted = Math.round(site.copies * 100) / 100;
  const parts = [
    purity === null ? assumed.because : `purity ${formatPercent(purity)}`,
    `${counted} ${counted === 1 ? "copy" : "copies"}${local === null ? " assumed" : ""}`,
  ];
  return { vaf: Math.min(1, expectedVaf(site)), because: parts.join(", ") };
}
