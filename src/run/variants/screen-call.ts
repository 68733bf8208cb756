import type { ReadSupport, VariantCall } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";

/** Why a call is not used: `what` names the group in the report, `reason` is its sentence. */
export interface ScreenReason {
  readonly code: string;
  readonly what: string;
  readonly reason: string;
}

/** Why a record that failed these filters is not used. Decided before all else, because it can be seen without decoding the record. */
export function filteredAs(failedFilters: readonly string[]): ScreenReason {
  return {
    code: "filtered",
    what: `calls filtered as ${failedFilters.toSorted(compareText).join(", ")}`,
    reason: "The caller's own filter rejects these calls; --include-filtered uses them.",
  };
}

/**
 * Decides whether a call says that the allele is present in the tumor sample. Listing is not a finding:
 * hotspot panels list every site even when it is negative (spec, clinical 5.1). Null: use it.
 */
export function screenCall(
  call: Pick<VariantCall, "failedFilters"> & {
    readonly support: Pick<ReadSupport, "genotype" | "altReads" | "vaf">;
  },
  options: { includeFiltered: boolean },
): ScreenReason | null {
  if (call.failedFilters.length > 0 && !options.includeFiltered) {
    return filteredAs(call.failedFilters);
  }
  const { genotype, altReads, vaf } = call.support;
  if (genotype === "alt not called") {
    return {
      code: "genotype-reference",
      what: "records whose genotype does not hold the allele",
      reason:
        "The genotype of the tumor sample does not hold this allele: it is listed, not found.",
    };
  }
  if (genotype === "no call") {
    return {
      code: "genotype-missing",
      what: "records without a genotype call",
      reason:
        "The genotype of the tumor sample is missing (./.): the allele is neither present nor absent.",
    };
  }
  if (altReads === 0 || vaf === 0) {
    return {
      code: "no-supporting-read",
      what: "records without a read of the allele",
      reason: "No read of the tumor sample holds this allele.",
    };
  }
  return null;
}
