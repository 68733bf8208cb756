import type { GenomePlace } from "../annotate/models/place-codons.ts";
import type { DoubtfulCall } from "../match/callability.ts";
import { normalizeContig } from "../model/contig-name.ts";
import type { VariantCall } from "../model/observation.ts";
import { provenFromDepth } from "../read/callable-row.ts";

/** What the calls of the variant file say about having been read. */
export interface ReadingNotes {
  /** Places where the caller states the reference, with enough reads. */
  readonly read: readonly GenomePlace[];
  /** Places of calls that are not used and may be real. */
  readonly doubtful: readonly DoubtfulCall[];
}

export interface ReadingNotebook extends ReadingNotes {
  /** `isUsed`: the call became a finding. */
  note(call: VariantCall, isUsed: boolean): void;
}

/**
 * Hotspot panels list each site, also where it is negative: a genotype without the allele and with enough reads shows that the place
 * was read (spec, clinical 5.1). A call that failed a filter, or whose genotype is missing, leaves its place open.
 */
export function makeReadingNotebook(): ReadingNotebook {
  const read: GenomePlace[] = [];
  const doubtful: DoubtfulCall[] = [];
  return {
    read,
    doubtful,
    note(call, isUsed) {
      if (isUsed) return;
      const place = placeOf(call);
      if (place === null) return;
      const { genotype, depth, altReads } = call.support;
      const hasFailed = call.failedFilters.length > 0;
      if (genotype === "alt not called") {
        if (!hasFailed && depth !== null && depth >= provenFromDepth) read.push(place);
      } else if (hasFailed && altReads !== 0) {
        const where = `${call.provenance.file}${call.provenance.line === null ? "" : `:${call.provenance.line}`}`;
        doubtful.push({
          ...place,
          why: `a call failed ${call.failedFilters.join(", ")} (${where})`,
        });
      }
    },
  };
}

function placeOf({ given }: VariantCall): GenomePlace | null {
  const contig = normalizeContig(given.contig);
  if (contig === null) return null;
  return { contig, start: given.position, end: given.position + given.ref.length - 1 };
}
