import { copyThresholds } from "../../annotate/copy-number/copy-thresholds.ts";
import type { LocalCopies, NoCopies } from "../../annotate/copy-number/ask-copies.ts";
import { formatPercent } from "../../match/format-measure.ts";
import type { CellFraction, Clonality } from "../../model/clonality.ts";
import type { ReadSupport } from "../../model/observation.ts";
import { cellFraction, expectedVaf, type SitePurity } from "./cell-fraction.ts";
import { wilsonInterval } from "../../model/wilson-interval.ts";

/** What the clonality of one variant is judged by. */
export interface ClonalityFacts {
  readonly label: string;
  readonly support: Pick<ReadSupport, "vaf" | "depth" | "altReads">;
  /** Null: nobody states it. `from`: who does. */
  readonly purity: { readonly value: number; readonly from: string } | null;
  /** Null: the case has no copy numbers. */
  readonly copies: LocalCopies | NoCopies | "no place" | null;
}

/** Above this the purity, the copies or the mutated copies cannot be right (spec R11). */
export const impossibleAbove = 1.2;
/** A lower end of the interval above this is clonal, an estimate from this on a dominant clone (cases/clonality_rules.csv). */
const clonalAbove = 0.9;
const dominantFrom = 0.75;

/**
 * Clonal, subclonal or uncertain by the cancer cell fraction and its 95% interval (Wilson's interval of the reads, put through the same
 * formula). Without purity, copies or reads it is not assessable: nothing is assumed in their place.
 */
export function judgeClonality(facts: ClonalityFacts): Clonality {
  const missing = findMissing(facts);
  const { purity, copies, label } = facts;
  const vaf = readVaf(facts.support);
  const isComplete = purity !== null && copies !== null && typeof copies !== "string";
  if (missing !== null || !isComplete || vaf === null) {
    const seen = facts.support.vaf === null ? "" : `; VAF ${formatPercent(facts.support.vaf)}`;
    const text = `${label}: whether all tumor cells carry it cannot be told: ${missing?.why ?? "no reads are counted"}${seen}.`;
    const code = missing?.code ?? "clonality-no-reads";
    return { state: "not assessable", reason: { code, text }, fraction: null };
  }
  const fraction = measureFraction(vaf, facts.support, { purity: purity.value, copies });
  const { state, code, words } = stateOf(fraction);
  const text = `${label}: ${describeFraction(fraction, vaf, purity.from)}: ${words}.`;
  return { state, reason: { code, text }, fraction };
}

function findMissing({ purity, copies }: ClonalityFacts): { code: string; why: string } | null {
  if (purity === null) return { code: "clonality-no-purity", why: "the purity is not given" };
  if (copies === null) {
    return { code: "clonality-no-copy-numbers", why: "no copy numbers were given" };
  }
  if (typeof copies === "string") return missingCopies[copies];
  if (copies.copies >= copyThresholds.deletedBelow) return null;
  return {
    code: "clonality-no-copies-left",
    why: `the segment there has ${countCopies(copies.copies)}, which leaves none to carry it`,
  };
}

const missingCopies = {
  "no place": { code: "clonality-no-place", why: "the file names no place on the genome" },
  "no segment": { code: "clonality-not-covered", why: "no segment of copy numbers covers it" },
  "no number": {
    code: "clonality-copies-not-counted",
    why: "the segment there is called without a number of copies",
  },
  "not adjusted": {
    code: "clonality-copies-not-adjusted",
    why: "the copy ratio there is not adjusted for purity",
  },
  sex: { code: "clonality-sex", why: "copies of normal cells there hang on the sex" },
} as const;

/** The reads decide where they are counted, so that estimate and interval are of one source. */
function readVaf({ vaf, depth, altReads }: ClonalityFacts["support"]): number | null {
  return areCounted({ depth, altReads }) ? (altReads ?? 0) / (depth ?? 1) : vaf;
}

function areCounted({ depth, altReads }: Pick<ReadSupport, "depth" | "altReads">): boolean {
  return depth !== null && altReads !== null && depth > 0 && altReads <= depth;
}

function measureFraction(
  vaf: number,
  { depth, altReads }: ClonalityFacts["support"],
  { purity, copies: local }: { readonly purity: number; readonly copies: LocalCopies },
): CellFraction {
  const site = chooseMutatedCopies(vaf, { purity, local });
  const uncapped = cellFraction(vaf, site);
  const reads = areCounted({ depth, altReads }) ? wilsonInterval(altReads ?? 0, depth ?? 1) : null;
  const capped = (share: number): number => Math.min(1, cellFraction(share, site));
  return {
    estimate: Math.min(1, uncapped),
    low: reads === null ? null : capped(reads.low),
    high: reads === null ? null : capped(reads.high),
    uncapped,
    purity,
    copies: local.copies,
    normalCopies: local.normal,
    mutatedCopies: site.mutatedCopies,
    expectedVaf: Math.min(1, expectedVaf(site)),
  };
}

/**
 * One mutated copy, unless the fraction is then impossible and the segment tells alleles apart: then the fewest, up to the copies of the
 * commoner allele, that make it possible.
 */
function chooseMutatedCopies(
  vaf: number,
  { purity, local }: { readonly purity: number; readonly local: LocalCopies },
): SitePurity {
  const { copies, minor, normal } = local;
  const site = { purity, copies, normalCopies: normal, mutatedCopies: 1 };
  const most = minor === null ? 1 : Math.max(1, Math.round(copies - minor));
  const needed = Math.ceil(cellFraction(vaf, site) / impossibleAbove);
  return { ...site, mutatedCopies: needed > most ? 1 : Math.max(1, needed) };
}

/** The rules in their order (cases/clonality_rules.csv, 1 to 3). */
function stateOf({ estimate, low, high }: CellFraction) {
  if (low === null || high === null) {
    return {
      state: "uncertain",
      code: "clonality-no-interval",
      words: "uncertain, because no reads are counted",
    } as const;
  }
  if (high < 1) {
    return {
      state: "subclonal",
      code: "clonality-subclonal",
      words: "subclonal, the interval lies below 1",
    } as const;
  }
  if (low > clonalAbove) {
    return {
      state: "clonal",
      code: "clonality-clonal",
      words: "clonal, the interval lies above 0.9",
    } as const;
  }
  return estimate >= dominantFrom
    ? ({
        state: "uncertain",
        code: "clonality-dominant",
        words: "uncertain, at least a dominant clone (0.75 or more)",
      } as const)
    : ({
        state: "uncertain",
        code: "clonality-uncertain",
        words: "uncertain, the reads are too few",
      } as const);
}

function describeFraction(
  { estimate, low, high, purity, copies, mutatedCopies }: CellFraction,
  vaf: number,
  from: string,
): string {
  const interval =
    low === null || high === null ? "" : ` (95% ${low.toFixed(2)} to ${high.toFixed(2)})`;
  return (
    `cancer cell fraction ${estimate.toFixed(2)}${interval} by VAF ${formatPercent(vaf)}, purity ${formatPercent(purity)} (${from}) and ` +
    `${countCopies(copies)}, ${mutatedCopies} taken for mutated`
  );
}

function countCopies(copies: number): string {
  const text = String(Math.round(copies * 100) / 100);
  return text === "1" ? "1 copy" : `${text} copies`;
}
