import { probabilityOfHits } from "../../annotate/statistics/binomial.ts";
import { formatPercent } from "../../match/format-measure.ts";
import type { LesionCell } from "../../model/lesions.ts";
import type { ReadSupport } from "../../model/observation.ts";
import type { ExpectedVaf } from "./expect-vaf.ts";

/** What the files of a lesion say of an allele that they do not call. */
export interface PlaceReading {
  /** A record of exactly this allele. */
  readonly record:
    | (Pick<ReadSupport, "vaf" | "depth" | "altReads" | "genotype"> & {
        readonly failedFilters: readonly string[];
        /** `primary.vcf:12` */
        readonly where: string;
      })
    | null;
  readonly depth: { readonly reads: number; readonly where: string } | null;
  /** Files that show the place to have been read, and state no depth. */
  readonly coveredBy: string | null;
  /** Another change that is called over the bases of an allele of several. */
  readonly other: string | null;
}

/** The other sample would have shown it from this probability on (spec, clinical R12). */
const powerNeeded = 0.95;

export type CellClaim = Pick<LesionCell, "state" | "reason"> &
  Partial<Pick<LesionCell, "vaf" | "depth" | "altReads">>;

/**
 * Whether a lesion that does not call an allele lacks it: reads of it below calling speak for its presence; else it is absent where the reads
 * at the place would have shown it, P(X >= k) >= 0.95 at the VAF to be expected (spec, clinical R12). `expected` null: no copy is left.
 */
export function judgeUncalled(
  reading: PlaceReading,
  expected: ExpectedVaf | null,
  minAltReads: number,
): CellClaim {
  const { record, depth, coveredBy, other } = reading;
  if (record !== null && isSeen(record)) return belowCalling(record);
  const open = (code: string, text: string): CellClaim => ({
    state: "not assessable",
    reason: { code, text },
    depth: depth?.reads ?? null,
  });
  if (other !== null) {
    return open("lesion-other-change", `Another change is called at this place: ${other}.`);
  }
  if (expected === null) {
    return open("lesion-no-copies", "Its copy numbers leave no copy of this place.");
  }
  if (depth === null) {
    return coveredBy === null
      ? open("lesion-not-covered", "No record, gVCF or panel of this lesion covers the place.")
      : open(
          "lesion-no-depth",
          `${coveredBy} covers the place and states no depth, so that what it would have shown is not known.`,
        );
  }
  const probability = probabilityOfHits(minAltReads, depth.reads, expected.vaf);
  const isEnough = probability >= powerNeeded;
  const text =
    `It is not called. Of ${depth.reads} reads (${depth.where}), ${minAltReads} or more would show it with a probability ` +
    `${isEnough ? "" : "of only "}${describeProbability(probability)} if all tumor cells carried it (expected VAF ` +
    `${formatPercent(expected.vaf)}: ${expected.because})${isEnough ? "" : `; ${powerNeeded} is needed to take it for absent`}.`;
  if (!isEnough) return open("lesion-power-low", text);
  const reason = { code: "lesion-absent", text };
  return { state: "absent", reason, depth: depth.reads, altReads: record?.altReads ?? null };
}

function isSeen({ altReads, vaf, genotype }: NonNullable<PlaceReading["record"]>): boolean {
  if (altReads !== null) return altReads > 0;
  return vaf === null ? genotype === "alt called" : vaf > 0;
}

function belowCalling(record: NonNullable<PlaceReading["record"]>): CellClaim {
  const { altReads, depth, vaf, failedFilters, where, genotype } = record;
  const reads =
    altReads === null
      ? ""
      : `in ${altReads} ${depth === null ? "" : `of ${depth} `}${(depth ?? altReads) === 1 ? "read" : "reads"}`;
  const facts = [
    reads,
    ...(altReads === null && vaf !== null ? [`at a VAF of ${formatPercent(vaf)}`] : []),
    ...(failedFilters.length === 0 ? [] : [`filtered as ${failedFilters.join(", ")}`]),
    ...(failedFilters.length === 0 && genotype !== "alt called" ? ["not in the genotype"] : []),
  ].filter((fact) => fact !== "");
  const text = `It is seen below calling ${facts.join(", ")} (${where}), which speaks for its presence.`;
  return {
    state: "below calling",
    reason: { code: "lesion-below-calling", text },
    vaf: vaf ?? (altReads !== null && depth ? altReads / depth : null),
    depth,
    altReads,
  };
}

/** Cut and not rounded, so that what is below a threshold never looks as if it reached it. */
function describeProbability(probability: number): string {
  if (probability > 0.999) return "above 0.999";
  const text = String(Math.floor(probability * 1000) / 1000);
  return probability >= powerNeeded ? `of ${text}` : text;
}
