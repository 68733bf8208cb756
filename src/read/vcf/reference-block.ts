import type { OneBased } from "../../model/locus.ts";
import { isReferenceBlock } from "./alt.ts";
import type { ReadInfo } from "./info.ts";
import { readCount } from "./number.ts";

/** What of a record tells how far it goes. */
export interface Extent {
  readonly position: OneBased;
  readonly ref: string;
  readonly alts: readonly string[];
  readonly info: ReadInfo;
  /** FORMAT/LEN of the sample, which VCF 4.5 has in the place of INFO/END. */
  readonly length: string | undefined;
}

/**
 * The last base that a record states something about. Only a block of the reference reaches beyond REF: END of a `<DEL>`, or of a segment of copy
 * numbers, is where an event ends, and says nothing of the bases on the way.
 */
export function readLastBase({ position, ref, alts, info, length }: Extent): OneBased {
  const last = position + ref.length - 1;
  if (!isBlock(alts, info)) return last;
  const end = info.values.get("END");
  const byEnd = typeof end === "string" ? (readCount(end) ?? 0) : 0;
  return Math.max(last, byEnd, position + (readCount(length) ?? 0) - 1);
}

/** Segments of copy numbers without a change have `.` in ALT as well, and their type beside it (DRAGEN). */
export function isBlock(alts: readonly string[], info: ReadInfo): boolean {
  return alts.every(isReferenceBlock) && !info.values.has("SVTYPE");
}
