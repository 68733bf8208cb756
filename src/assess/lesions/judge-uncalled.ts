import { probabilityOfHits } from "../../annotate/statistics/binomial.ts";
import { nameAllele } from "../../annotate/alleles/name-allele.ts";
import { formatPercent } from "../../match/format-measure.ts";
import type { PlacedVariant } from "../../model/alteration.ts";
import type { LesionCell } from "../../model/lesions.ts";
import type { Observation, ReadSupport } from "../../model/observation.ts";
import type { ExpectedVaf } from "./expect-vaf.ts";
import { errorRate, type ReadWeight, weighReads } from "./weigh-reads.ts";

/** A record of one allele, called or not. */
export interface AlleleRecord extends Pick<ReadSupport, "vaf" | "depth" | "altReads" | "genotype"> {
  readonly failedFilters: readonly string[];
  /** `primary.vcf:12` */
  readonly where: string;
}

/** Another change that reads hold over the bases of the allele. */
export interface OtherChange {
  readonly observation: Observation<PlacedVariant>;
  readonly record: AlleleRecord;
}

/** What the files of a lesion say of an allele that they do not call. */
export interface PlaceReading {
  /** A record of exactly this allele. */
  readonly record: AlleleRecord | null;
  readonly depth: { readonly reads: number; readonly where: string } | null;
  /** Files that show the place to have been read, and state no depth. */
  readonly coveredBy: string | null;
  /** Called or filtered: while they are there, absence of the allele is not known. */
  readonly others: readonly OtherChange[];
  /** Called or filtered at another place of a repeat whose bases are not known: they may be the allele. */
  readonly shifted: readonly OtherChange[];
  /** Reads at the place of an allele that its record does not name, such as `<NON_REF>`. */
  readonly unnamed: readonly {
    readonly reads: number;
    readonly depth: number;
    readonly where: string;
  }[];
  /** A record over the place that is not used, for its REF is not the base of the genome. */
  readonly unused: string | null;
}

/** The other sample would have shown it from this probability on (spec, clinical R12). */
const powerNeeded = 0.95;

export type CellClaim = Pick<LesionCell, "state" | "reason"> &
  Partial<Pick<LesionCell, "vaf" | "depth" | "altReads">>;

/**
 * Whether a lesion that does not call an allele lacks it: reads of it below calling speak for its presence where they are more than errors of
 * sequencing make; else it is absent where the reads at the place would have shown it, P(X >= k) >= 0.95 at the VAF to be expected (spec, clinical
 * R12). `expected` null: no copy is left.
 */
export function judgeUncalled(
  reading: PlaceReading,
  expected: ExpectedVaf | null,
  minAltReads: number,
): CellClaim {
  const { record, depth, coveredBy, unused } = reading;
  const weight: ReadWeight = record === null ? { kind: "none" } : weighReads(record, minAltReads);
  if (record !== null && weight.kind === "seen") return belowCalling(record);
  const open = (code: string, text: string): CellClaim => ({
    state: "not assessable",
    reason: { code, text },
    depth: depth?.reads ?? null,
    altReads: record?.altReads ?? null,
  });
  if (record !== null && weight.kind === "unclear") return unclear(record, weight);
  const isMore = ({ record: each }: OtherChange): boolean =>
    weighReads(each, minAltReads).kind !== "errors";
  const other = reading.others.find(isMore);
  if (other !== undefined) {
    return open(
      "lesion-other-change",
      `Another change is called at this place: ${nameOther(other)}.`,
    );
  }
  const shifted = reading.shifted.find(isMore);
  if (shifted !== undefined) {
    const text = `The same bases change at another place, which may be one change in a repeat of unknown bases: ${nameOther(shifted)}.`;
    return open("lesion-shifted-indel", text);
  }
  const unnamed = reading.unnamed.find(
    ({ reads, depth: of }) => weighReads(unnamedReads(reads, of), minAltReads).kind !== "errors",
  );
  if (unnamed !== undefined) {
    const text = `${unnamed.reads} of ${unnamed.depth} reads hold an allele that the record does not name (${unnamed.where}).`;
    return open("lesion-unnamed-reads", text);
  }
  if (unused !== null) {
    const text = `The record at this place is not used, for its REF is not the base of the genome (${unused}).`;
    return open("lesion-record-unused", text);
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
    `${formatPercent(expected.vaf)}: ${expected.because})${isEnough ? "" : `; ${powerNeeded} is needed to take it for absent`}.` +
    (weight.kind === "errors"
      ? ` ${weight.reads} of them ${weight.reads === 1 ? "holds" : "hold"} it, no more than errors alone make (${formatPercent(errorRate)} of reads).`
      : "");
  if (!isEnough) return open("lesion-power-low", text);
  const reason = { code: "lesion-absent", text };
  return { state: "absent", reason, depth: depth.reads, altReads: record?.altReads ?? null };
}

function unnamedReads(altReads: number, depth: number): Parameters<typeof weighReads>[0] {
  return { altReads, depth, vaf: null, genotype: "alt not called" };
}

/** `7:140753335 CA>TT (primary.vcf:12)` or, with a failed filter, `7:140753335 CA>TT (primary.vcf:12, filtered as weak)`. */
function nameOther({ observation, record }: OtherChange): string {
  const { where, failedFilters } = record;
  const filtered = failedFilters.length === 0 ? "" : `, filtered as ${failedFilters.join(", ")}`;
  return `${nameAllele(observation.alteration.allele)} (${where}${filtered})`;
}

/** Of reads that make the same protein change by another allele, and are not called. */
export function judgeSameProtein(other: OtherChange): CellClaim {
  const { vaf, depth, altReads } = other.record;
  const text = `The same protein change is seen below calling by another allele: ${nameOther(other)}, which speaks for its presence.`;
  return {
    state: "below calling",
    reason: { code: "lesion-same-protein", text },
    vaf,
    depth,
    altReads,
  };
}

/** Of reads that errors may have made. */
function unclear(
  { where, failedFilters, vaf, depth }: AlleleRecord,
  { reads, depth: counted, probability }: Extract<ReadWeight, { readonly reads: number }>,
): CellClaim {
  const filtered = failedFilters.length === 0 ? "" : `, filtered as ${failedFilters.join(", ")}`;
  const text =
    `It is not called, and seen in ${reads} of ${counted} reads${filtered} (${where}): errors alone make as many with a probability ` +
    `of ${probability.toFixed(2)} (${formatPercent(errorRate)} of reads), so that neither its presence nor its absence is shown.`;
  return {
    state: "not assessable",
    reason: { code: "lesion-reads-unclear", text },
    vaf: vaf ?? reads / counted,
    depth,
    altReads: reads,
  };
}

function belowCalling(record: AlleleRecord): CellClaim {
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
